using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>Services that podman makes of quadlets of the overlay at every start (podman-systemd.unit(5)).</summary>
internal static class QuadletUnits
{
    /// <summary>What the name of the service has behind that of the file.</summary>
    private static readonly (string Type, string End)[] Types =
        [(".container", ""), (".kube", ""), (".pod", "-pod"), (".volume", "-volume"), (".network", "-network"), (".image", "-image"), (".build", "-build")];

    private static readonly Remembered<DesignContent, (string Path, string Service)[]> Services = new(content => [.. Read(content)]);

    /// <summary>True when a quadlet of the overlay becomes this service.</summary>
    public static bool Makes(DesignContent content, string unit) => Source(content, unit) is not null;

    /// <summary>The quadlet that becomes this service, by its path in the image, or null.</summary>
    public static string? Source(DesignContent content, string unit) =>
        Array.Find(Services.Of(content), each => IsInstance(unit, each.Service)).Path;

    private static IEnumerable<(string Path, string Service)> Read(DesignContent content)
    {
        foreach (var (path, file) in OverlayFiles.Below(content, "usr/share/containers/systemd/", "etc/containers/systemd/"))
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (Array.Find(Types, each => name.EndsWith(each.Type, StringComparison.Ordinal)) is { Type: { } type } found
                && !path.Contains("/systemd/users/", StringComparison.Ordinal))
            {
                yield return (path, Named(file, name[..^type.Length] + found.End));
            }
        }
    }

    private static string Named(ContentFile file, string name) =>
        UnitFile.Parse(file.ReadableText()) is var quadlet && Types.Select(each => quadlet.Last(char.ToUpperInvariant(each.Type[1]) + each.Type[2..], "ServiceName")).FirstOrDefault(each => each is not null) is { } own ? own : name;

    private static bool IsInstance(string unit, string service) =>
        string.Equals(unit, service + ".service", StringComparison.Ordinal)
        || (service.EndsWith('@') && unit.StartsWith(service, StringComparison.Ordinal) && unit.EndsWith(".service", StringComparison.Ordinal));
}
