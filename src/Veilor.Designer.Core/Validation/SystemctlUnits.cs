using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>The units that systemctl is told to change for the system while the image is built.</summary>
internal static class SystemctlUnits
{
    /// <summary>The units behind one of the verbs; none where the step goes on without them, or where users or another root are meant.</summary>
    /// <param name="command">A command of the build.</param>
    /// <param name="suffix">What systemctl appends to a name without one: ".service", for set-default ".target".</param>
    /// <param name="verbs">Such as enable and reenable.</param>
    public static IEnumerable<UnitName> Of(BuildCommand command, string suffix, params ReadOnlySpan<string> verbs) =>
        !command.Is("systemctl", verbs) || command.MayFail || command.Words.Any(word => word is "--user" or "--global" || word.StartsWith("--root", StringComparison.Ordinal))
            ? []
            : Read(command, suffix, verbs.ToArray());

    private static IEnumerable<UnitName> Read(BuildCommand command, string suffix, string[] verbs)
    {
        foreach (var word in command.Words.Skip(1).TakeWhile(word => !word.AsSpan().ContainsAny('<', '>')).Where(word => Array.IndexOf(verbs, word) < 0 && word is not ['-' or '/', ..]))
        {
            if (UnitName.TryParse(word.Contains('.', StringComparison.Ordinal) ? word : word + suffix, out var unit, out _))
            {
                yield return unit;
            }
        }
    }

    /// <summary>True when the build itself may bring units: by packages of its own, or by files that it puts beside the units.</summary>
    public static bool AreBroughtBy(BuildCommand command) =>
        command.Program is not "systemctl" && (IsInstallation(command) || command.Text.Contains("systemd/system", StringComparison.Ordinal));

    private static bool IsInstallation(BuildCommand command) =>
        command.Program is "dnf" or "dnf5" or "yum" or "microdnf" or "rpm" or "rpm-ostree" or "make" or "tar" or "git";
}
