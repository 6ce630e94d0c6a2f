using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd, services and people write to /var and the homes; Flatpaks run from /var/lib/flatpak, and a sandbox inherits noexec (mount(8)).</summary>
public sealed class StoppingMountOptionRule() : DesignRule("VD3041", DiagnosticSeverity.Error, "The mount option stops what lives there")
{
    /// <summary>Folders that the system or people write to at every start.</summary>
    private static readonly string[] Written =
    [
        "/var", "/var/lib", "/var/lib/containers", "/var/lib/flatpak", "/var/log", "/var/log/audit", "/var/log/journal", "/var/tmp", "/var/cache", "/var/spool", "/home", "/var/home", "/root", "/var/roothome",
    ];

    private static readonly string[] OfFlatpaks = ["/var", "/var/lib", "/var/lib/flatpak"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var row in MountRow.Of(input.Design))
        {
            var place = row.MountPoint.ToString();
            if (Array.IndexOf(Written, place) >= 0)
            {
                foreach (var word in row.Words.Where(word => word is "ro" or "noauto").Distinct(StringComparer.Ordinal))
                {
                    if (word is "noauto" || LastOf(row, "ro", "rw") is "ro")
                    {
                        yield return Stopped(row, word, word is "ro" ? $"{place} is mounted read-only, and the system writes there" : $"{place} is not mounted at the start, and what is written there lands in another place");
                    }
                }
            }

            if (place is "/boot" && row.Words.Contains("noauto", StringComparer.Ordinal))
            {
                yield return Stopped(row, "noauto", "/boot is not mounted at the start, and an update puts its kernel into another place");
            }

            if (Array.IndexOf(OfFlatpaks, place) >= 0 && !input.Design.Packages.Flatpaks.IsEmpty && LastOf(row, "noexec", "exec") is "noexec")
            {
                yield return Stopped(row, "noexec", $"Flatpaks lie in {place} and cannot be run from it");
            }
        }
    }

    /// <summary>Of two options that undo each other the later holds.</summary>
    private static string? LastOf(MountRow row, string one, string other) =>
        row.Words.LastOrDefault(word => string.Equals(word, one, StringComparison.Ordinal) || string.Equals(word, other, StringComparison.Ordinal));

    private Diagnostic Stopped(MountRow row, string word, string why) =>
        Report(row.Path, $"With {word} {why}.", $"Leave {word} out", design => row.With(design, row.Change(each => string.Equals(each, word, StringComparison.Ordinal) ? null : each)));
}
