using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Registries whose images podman looks for elsewhere as well, by <c>registries.conf</c> (containers-registries.conf(5)).</summary>
public static class RegistryMirrors
{
    /// <summary>The files that podman may read on this machine; those that are not there do not matter.</summary>
    public static IReadOnlyList<string> Files()
    {
        string[] folders = [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config", "containers"), "/etc/containers"];
        return
        [
            .. Environment.GetEnvironmentVariable("CONTAINERS_REGISTRIES_CONF") is { Length: > 0 } own ? [own] : Array.Empty<string>(),
            .. folders.Select(folder => Path.Combine(folder, "registries.conf")),
            .. folders.Select(folder => Path.Combine(folder, "registries.conf.d")).Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.conf")),
        ];
    }

    /// <summary>True when one of the files names a mirror or another location for images of this registry.</summary>
    /// <param name="host">The registry's name without its port.</param>
    /// <param name="files">The files; one that cannot be read says nothing.</param>
    public static bool Has(string host, IEnumerable<string> files) =>
        files.SelectMany(Registries).Any(registry =>
        {
            var location = registry["location"]?.Text ?? "";
            var prefix = registry["prefix"]?.Text is { Length: > 0 } own ? own : location;
            return Covers(prefix, host) && (registry["mirror"]?.Items.Count > 0 || (location.Length > 0 && HostOf(location) != host));
        });

    private static IReadOnlyList<TomlNode> Registries(string file)
    {
        try
        {
            return TomlTree.Parse(File.ReadAllText(file), out _)?["registry"]?.Items ?? [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool Covers(string prefix, string host) =>
        prefix.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(HostOf(prefix)[1..], StringComparison.Ordinal)
            : HostOf(prefix) == host;

    private static string HostOf(string location) => location.Split('/')[0].Split(':')[0];
}
