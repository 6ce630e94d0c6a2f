using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// A service ends with status 203/EXEC when its program is not there (systemd.exec(5)). Only folders are judged that hold
/// nothing but what a design brings: a folder of the overlay in /usr/libexec, and on a small base /usr/local and /opt.
/// </summary>
public sealed class MissingUnitProgramRule() : DesignRule("VD7041", DiagnosticSeverity.Warning, "The unit's program is not there")
{
    private const string Libexec = "usr/libexec/";

    private static readonly string[] Local = ["usr/local/", "opt/"];

    /// <summary>Folders in /usr/libexec that packages of Fedora have, where more may lie than the overlay's files.</summary>
    private static readonly string[] Packaged =
    [
        "NetworkManager", "bluetooth", "bootc", "bootupd", "bubblewrap", "cockpit", "containers", "crun", "cups", "dovecot", "fail2ban", "fprintd", "fwupd", "gcc", "gdm", "git-core", "grub2",
        "gvfs", "ibus", "initscripts", "ipsec", "iptables", "kf5", "kf6", "libvirt", "man-db", "netavark", "openssh", "os-probes", "ostree", "pcp", "plymouth", "podman", "postfix", "rpm-ostree",
        "samba", "sddm", "selinux", "sssd", "sudo", "systemd", "tuned", "udisks2", "usbguard", "vi",
    ];

    private static readonly string[] Conditions = ["ConditionPathExists", "ConditionFileIsExecutable", "ConditionFileNotEmpty", "AssertPathExists", "AssertFileIsExecutable"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in OverlayUnit.All(input.Content).Where(each => each.Type is "service"))
        {
            foreach (var program in Programs(unit.Unit).Where(program => IsKnownFolder(input, program) && !IsThere(input, program) && !IsAskedFor(unit.Unit, program)))
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path} runs /{program}, which the overlay does not have, and nothing here is known to bring it. The service would end with 203/EXEC.");
            }
        }
    }

    /// <summary>Programs by absolute path, without the first slash; a dash in front says that the service goes on without it.</summary>
    private static IEnumerable<string> Programs(UnitFile unit) =>
        unit.Settings("Service")
            .Where(each => each.Key.StartsWith("Exec", StringComparison.Ordinal))
            .Select(each => each.Value.TrimStart('@', ':', '+', '!', '|'))
            .Where(value => value.StartsWith('/') || value.StartsWith("\"/", StringComparison.Ordinal))
            .Select(value => value[0] == '"' ? value[1..].Split('"')[0] : value.Split((char[]?)[' ', '\t'])[0])
            .Where(path => !path.AsSpan().ContainsAny('%', '$', '\\'))
            .Select(path => path[1..])
            .Distinct(StringComparer.Ordinal);

    private static bool IsKnownFolder(RuleInput input, string program)
    {
        if (Array.Exists(Local, folder => program.StartsWith(folder, StringComparison.Ordinal)))
        {
            return input.Design.HasSmallBase() && input.Design.Packages.Repositories.IsEmpty && input.Design.Packages.Copr.IsEmpty;
        }

        var end = program.StartsWith(Libexec, StringComparison.Ordinal) ? program.IndexOf('/', Libexec.Length) : -1;
        var folder = end > 0 ? program[Libexec.Length..end] : "";
        return end > 0 && Array.IndexOf(Packaged, folder) < 0 && !input.Design.Packages.Install.Any(package => package.ToString().StartsWith(folder, StringComparison.Ordinal))
            && OverlayFiles.Below(input.Content, program[..(end + 1)]).Any();
    }

    /// <summary>True when the overlay or a download brings it, or a step of the build may: one that names the file or a folder above it.</summary>
    private static bool IsThere(RuleInput input, string program) =>
        OverlayFiles.Has(input.Content, program)
        || input.Design.Packages.Downloads.Any(download => string.Equals(download.Program?.ToString(), "/" + program, StringComparison.Ordinal))
        || BuildCommands.Of(input).Any(command => command.Text.Contains(program[(program.LastIndexOf('/') + 1)..], StringComparison.Ordinal) || Names(command, Place(program)) || IsMaker(command));

    /// <summary>The first folder that is not every base's: /usr/local, /opt, /usr/libexec/own.</summary>
    private static string Place(string program) =>
        Array.Find(Local, folder => program.StartsWith(folder, StringComparison.Ordinal))?.TrimEnd('/') ?? program[..program.IndexOf('/', Libexec.Length)];

    private static bool Names(BuildCommand command, string place) => command.Text.Contains(place, StringComparison.Ordinal);

    /// <summary>Programs that put files where their own rules say.</summary>
    private static bool IsMaker(BuildCommand command) =>
        command.Program is "make" or "cmake" or "meson" or "ninja" or "pip" or "pip3" or "npm" or "cargo" or "go" or "tar" or "unzip" or "rpm" or "rsync" or "stow";

    private static bool IsAskedFor(UnitFile unit, string program) =>
        Array.Exists(Conditions, key => unit.Values("Unit", key).Any(value => value.Contains("/" + program, StringComparison.Ordinal)));
}
