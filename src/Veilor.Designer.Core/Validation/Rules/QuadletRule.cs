using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// podman's generator makes no service of a quadlet without what it needs, or with a key that it does not have, and says so in the
/// log of the start: "no Image or Rootfs key specified", "unsupported key" (podman-systemd.unit(5); podman, quadlet.go). Newer
/// releases have more keys, so only one that is nearly a known one is told.
/// </summary>
public sealed class QuadletRule() : DesignRule("VD7053", DiagnosticSeverity.Error, "podman makes no service of the quadlet")
{
    /// <summary>What each kind must have; one of several keys.</summary>
    private static readonly (string Type, string Section, string[] Keys)[] Kinds =
        [(".container", "Container", ["Image", "Rootfs"]), (".kube", "Kube", ["Yaml"]), (".image", "Image", ["Image"]), (".build", "Build", ["ImageTag"]), (".volume", "Volume", []), (".network", "Network", []), (".pod", "Pod", [])];

    private static readonly string[] Folders = ["usr/share/containers/systemd/", "etc/containers/systemd/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, Folders))
        {
            if (file.Length > 0 && Array.Find(Kinds, each => path.EndsWith(each.Type, StringComparison.Ordinal)) is { Type: not null } kind
                && Problem(DropIns(input, path, kind.Type).Aggregate(UnitFile.Parse(file.ReadableText()), (whole, each) => whole.With(each)), kind.Section, kind.Keys) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path} {problem}, so podman makes no service of it.");
            }
        }
    }

    private static string? Problem(UnitFile quadlet, string section, string[] keys) =>
        quadlet.BrokenHeader is { } header ? $"has '{StrayText.Shown(header)}', a section that does not end with ']'"
        : keys.Length > 0 && !quadlet.Sections.Contains(section, StringComparer.Ordinal) ? $"has no section [{section}]"
        : keys.Length > 0 && !Array.Exists(keys, key => quadlet.Last(section, key) is { Length: > 0 }) ? $"has no {string.Join("= and no ", keys)}= in [{section}]"
        : KnownNames.KeysOfQuadlets(section) is { } known && quadlet.Settings(section).Select(each => each.Key).FirstOrDefault(key => !known.Has(key) && UnitValues.Near(key, known) is not null) is { } unknown
            ? $"has {StrayText.Shown(unknown)}=, which [{section}] does not have (did you mean {UnitValues.Near(unknown, known)}?)"
        : null;

    /// <summary>Files that add to the quadlet: of its own folder, of the one of its template, and of its kind.</summary>
    private static IEnumerable<UnitFile> DropIns(RuleInput input, string path, string type)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var at = name.IndexOf('@', StringComparison.Ordinal);
        string[] owners = at < 0 ? [name, type[1..]] : [name, name[..(at + 1)] + type, type[1..]];
        return OverlayFiles.Below(input.Content, Folders)
            .Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal) && Array.Exists(owners, owner => each.Path.Contains($"/{owner}.d/", StringComparison.Ordinal)))
            .Select(each => UnitFile.Parse(each.File.ReadableText()));
    }
}
