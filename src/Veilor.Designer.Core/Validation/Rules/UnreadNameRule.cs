using System.Collections.Frozen;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// Many folders are read by the ends of names: .conf, .rules and the like (sysctl.d(5), modules-load.d(5), modprobe.d(5), sysusers.d(5),
/// tmpfiles.d(5), udev(7), systemd.unit(5), dracut.conf(5), NetworkManager's keyfile plugin). Another file is passed over without a word.
/// </summary>
public sealed class UnreadNameRule() : DesignRule("VD7050", DiagnosticSeverity.Warning, "The file's name keeps it from being read")
{
    /// <summary>Folders in /etc and in /usr/lib.</summary>
    private static readonly (string Folder, string End)[] OfBoth =
    [
        ("sysctl.d", ".conf"), ("modules-load.d", ".conf"), ("modprobe.d", ".conf"), ("sysusers.d", ".conf"), ("tmpfiles.d", ".conf"), ("binfmt.d", ".conf"), ("environment.d", ".conf"), ("udev/rules.d", ".rules"),
        ("systemd/system-preset", ".preset"), ("systemd/journald.conf.d", ".conf"), ("systemd/logind.conf.d", ".conf"), ("systemd/system.conf.d", ".conf"), ("systemd/resolved.conf.d", ".conf"), ("systemd/coredump.conf.d", ".conf"),
        ("NetworkManager/conf.d", ".conf"),
    ];

    private static readonly FrozenDictionary<string, string> Folders = OfBoth.SelectMany(each => new[] { ("etc/" + each.Folder, each.End), ("usr/lib/" + each.Folder, each.End) })
        .Concat(
        [
            ("etc/dracut.conf.d", ".conf"), ("usr/lib/dracut/dracut.conf.d", ".conf"), ("etc/ssh/sshd_config.d", ".conf"), ("etc/ssh/ssh_config.d", ".conf"), ("etc/security/limits.d", ".conf"), ("etc/ld.so.conf.d", ".conf"),
            ("etc/yum.repos.d", ".repo"), ("etc/polkit-1/rules.d", ".rules"), ("usr/share/polkit-1/rules.d", ".rules"), ("usr/lib/NetworkManager/system-connections", ".nmconnection"),
        ])
        .ToFrozenDictionary(each => each.Item1, each => each.Item2, StringComparer.Ordinal);

    /// <summary>Ends of names of files that are meant to be out of the way.</summary>
    private static readonly string[] Aside = [".disabled", ".off", ".bak", ".orig", ".example", ".sample", ".md", ".rpmsave", ".rpmnew", ".dpkg-old", "~", ".in", ".license"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, _) in OverlayFiles.All(input.Content))
        {
            var slash = path.LastIndexOf('/');
            if (Elsewhere(path) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
            else if (slash > 0 && End(path, slash) is { } end && !path.EndsWith(end, StringComparison.Ordinal) && !IsAside(path, slash))
            {
                yield return ReportFile(path, $"overlay/{path} is passed over without a word: of that folder only names that end with {end} are read. Rename it to {Renamed(path[(slash + 1)..], end)}.");
            }
        }
    }

    /// <summary>What a name in the file's folder must end with, or null.</summary>
    private static string? End(string path, int slash) =>
        Folders.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path.AsSpan(0, slash), out var end) ? end
        : path.AsSpan(0, slash).EndsWith(".d") && IsDropIn(path.AsSpan(0, slash)) ? ".conf"
        : null;

    /// <summary>True for a folder of drop-ins of a unit, such as sshd.service.d.</summary>
    private static bool IsDropIn(ReadOnlySpan<char> folder) =>
        (folder.StartsWith("etc/systemd/system/") || folder.StartsWith("usr/lib/systemd/system/"))
        && (folder.EndsWith(".service.d") || folder.EndsWith(".timer.d") || folder.EndsWith(".socket.d") || folder.EndsWith(".mount.d") || folder.EndsWith(".target.d") || folder.EndsWith(".path.d"));

    private static bool IsAside(string path, int slash) =>
        path[slash + 1] is '.' || path.AsSpan(slash + 1).StartsWith("README") || Array.Exists(Aside, end => path.EndsWith(end, StringComparison.Ordinal));

    private static readonly string[] UnitFolders = ["etc/systemd/system/", "usr/lib/systemd/system/"];

    private static readonly string[] UnitTypes = ["service", "socket", "timer", "path", "mount", "automount", "swap", "target", "slice", "scope", "device"];

    /// <summary>What is wrong with the folder of a file beside units; null where systemd reads it (systemd.unit(5); tried with systemd 252).</summary>
    private static string? Elsewhere(string path)
    {
        if (Array.Find(UnitFolders, folder => path.StartsWith(folder, StringComparison.Ordinal)) is not { } parent || path.IndexOf('/', parent.Length) is not (> 0 and var end))
        {
            return null;
        }

        var folder = path[parent.Length..end];
        return folder.EndsWith(".wants", StringComparison.Ordinal) || folder.EndsWith(".requires", StringComparison.Ordinal)
            ? "systemd takes links alone in this folder, and passes over a file ('is not a symlink, ignoring'). Put the unit beside the folder, and enable it under Services."
            : folder.EndsWith(".d", StringComparison.Ordinal) && folder[..^2] is var owner && !owner.Contains('.', StringComparison.Ordinal) && Array.IndexOf(UnitTypes, owner) < 0
                ? $"systemd reads drop-ins from a folder with the unit's whole name, such as {owner}.service.d, and never looks into {folder}."
                : null;
    }

    /// <summary>The name with the end that is read, in the place of another end that such folders know.</summary>
    private static string Renamed(string name, string end) =>
        Array.Find(Ends, each => name.EndsWith(each, StringComparison.Ordinal)) is { } other ? name[..^other.Length] + end : name + end;

    private static readonly string[] Ends = [".conf", ".rules", ".preset", ".repo", ".txt", ".cfg", ".ini"];
}
