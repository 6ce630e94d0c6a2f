using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>What an installation needs and a fragment may leave out, and names that look wrong.</summary>
internal static partial class CompletenessTraps
{
    public static IEnumerable<CheckTrap> Find(KickstartSession session)
    {
        foreach (var line in session.Lines("timezone"))
        {
            var zone = line.First("<timezone>");
            if (zone.Length > 0 && !ZonePattern().IsMatch(zone))
            {
                yield return KickstartTraps.At(line, zone, "unknown-timezone", DiagnosticSeverity.Error, $"{zone} does not look like a time zone; write Area/City, or UTC.", "Names of time zones are not checked.");
            }
        }

        foreach (var line in session.Lines("lang").Where(l => !LanguagePattern().IsMatch(l.First("<lang>"))))
        {
            yield return KickstartTraps.At(line, line.First("<lang>"), "unknown-language", DiagnosticSeverity.Warning, $"{line.First("<lang>")} does not look like a language such as en_US.UTF-8.", "Languages are not checked.");
        }

        foreach (var line in session.Lines("reboot").Skip(1))
        {
            yield return KickstartTraps.At(line, string.Empty, "several-endings", DiagnosticSeverity.Info, $"{line.Context.Name} overrides the earlier ending.", "The last of reboot, poweroff, halt and shutdown wins.");
        }

        if (session.Lines("ostreecontainer", "bootc", "autopart", "partition").FirstOrDefault() is not { } anchor)
        {
            yield break;
        }

        (string[] Commands, string What)[] needed =
        [
            (["lang"], "a language (lang)"),
            (["keyboard"], "a keyboard (keyboard)"),
            (["timezone"], "a time zone (timezone)"),
            (["rootpw", "user", "sshkey"], "anybody who can log in (user or rootpw)"),
        ];
        var missing = needed.Where(n => !session.Lines(n.Commands).Any()).Select(n => n.What).ToList();
        if (missing.Count > 0)
        {
            yield return KickstartTraps.At(anchor, string.Empty, "incomplete", DiagnosticSeverity.Info, $"The kickstart does not set {string.Join(", ", missing)}; the installer asks for it, or stops.", "A fragment is valid; an unattended installation needs all of them.");
        }
    }

    [GeneratedRegex(@"^(UTC|GMT|Etc/[A-Za-z0-9+_-]+|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]+){1,2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"^[a-z]{2,3}(_[A-Z]{2})?(\.[A-Za-z0-9-]+)?(@[a-z]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguagePattern();
}
