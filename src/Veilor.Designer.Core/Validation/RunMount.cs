namespace Veilor.Designer.Core.Validation;

/// <summary>One --mount of RUN, as buildah 1.28 reads it (tried; buildah, internal/parse).</summary>
/// <param name="Option">The option as written.</param>
/// <param name="Type">bind where none is written.</param>
/// <param name="Settings">The keys with their values in order; a key alone has none.</param>
internal sealed record RunMount(string Option, string Type, IReadOnlyList<(string Key, string? Value)> Settings)
{
    private static readonly string[] Propagation = ["shared", "rshared", "private", "rprivate", "slave", "rslave", "Z", "z", "U"];
    private static readonly string[] Flags = ["ro", "readonly", "nosuid", "nodev", "noexec"];
    private static readonly string[] Targets = ["target", "dst", "destination"];
    private static readonly string[] Sources = ["source", "src"];

    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["bind"] = ["type", "from", "bind-nonrecursive", "bind-propagation", "consistency", "rw", "readwrite", .. Flags, .. Propagation, .. Sources, .. Targets],
        ["cache"] = ["type", "from", "id", "sharing", "mode", "uid", "gid", .. Flags, .. Propagation, .. Sources, .. Targets],
        ["tmpfs"] = ["type", "tmpcopyup", "tmpfs-size", "tmpfs-mode", .. Flags, .. Targets],
        ["secret"] = ["type", "id", "required", "mode", "uid", "gid", .. Targets],
        ["ssh"] = ["type", "id", "required", "mode", "uid", "gid", .. Targets],
    };

    public string? From => Value("from");

    /// <summary>Of a secret or a key of ssh: what it is passed as.</summary>
    public string? Id => Value("id");

    /// <summary>True when the build ends where it is not passed.</summary>
    public bool IsRequired => Settings.Any(setting => setting.Key is "required") && Value("required") is not "false" and not "0";

    public string? Source => Value(Sources);

    private string? Target => Value(Targets);

    /// <summary>The mounts of a RUN.</summary>
    public static IEnumerable<RunMount> Of(string arguments) =>
        ContainerfileWords.Options(arguments).Options
            .Where(option => option.StartsWith("--mount=", StringComparison.Ordinal))
            .Select(option => (Option: option, Settings: ContainerfileWords.Unquoted(option["--mount=".Length..]).Split(',').Select(Pair).ToList()))
            .Select(each => new RunMount(each.Option, each.Settings.Find(setting => setting.Key is "type").Value ?? "bind", each.Settings));

    /// <summary>What buildah ends at, or null. What a variable holds is not judged.</summary>
    /// <param name="isPassed">Whether the build passes the secret of this id.</param>
    public string? Fault(Func<string, bool> isPassed)
    {
        if (Option.Contains('$', StringComparison.Ordinal))
        {
            return null;
        }

        if (!Keys.TryGetValue(Type, out var keys))
        {
            return $"has a mount of the type '{Type}'; there are {string.Join(", ", Keys.Keys)}.";
        }

        return Settings.Where(setting => Array.IndexOf(keys, setting.Key) < 0).Select(setting => setting.Key.Length == 0 ? "has a mount with a comma too much." : $"has a mount with the key '{setting.Key}', which the type {Type} does not have.").FirstOrDefault()
            ?? (Type is "secret" or "ssh" ? PassedFault(isPassed) : PlaceFault())
            ?? NumberFault();
    }

    private static (string Key, string? Value) Pair(string setting)
    {
        var parts = setting.Split('=', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : null);
    }

    private string? Value(params string[] keys) => Settings.LastOrDefault(setting => Array.IndexOf(keys, setting.Key) >= 0).Value;

    private string? PassedFault(Func<string, bool> isPassed) =>
        Type is "secret" && string.IsNullOrEmpty(Id) ? "has a mount of a secret without its id."
        : !IsRequired || (Type is "secret" && isPassed(Id!)) ? null
        : Type is "secret" ? $"needs the secret '{Id}', and no build of this bundle passes it: the list of build secrets does not have it."
        : "needs a key of ssh, and no build of this bundle passes one.";

    private string? PlaceFault() =>
        Target is not { Length: > 0 } target ? "has a mount without a target."
        : target[0] != '/' ? $"has a mount with the target '{target}', which is no absolute path."
        : Type is "cache" && Settings.Any(setting => setting.Key is "sharing") && Value("sharing") is not "shared" and not "locked" ? "has a mount with sharing that is neither shared nor locked."
        : null;

    private string? NumberFault() =>
        Settings.Where(setting => setting.Key is "mode" or "uid" or "gid").FirstOrDefault(setting => !IsNumber(setting.Key, setting.Value)) is { Key: { } key } ? $"has a mount with '{key}' that is no number." : null;

    private static bool IsNumber(string key, string? value) =>
        value is { Length: > 0 } && value.All(digit => digit >= '0' && digit <= (key is "mode" ? '7' : '9'));
}
