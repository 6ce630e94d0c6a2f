using System.Text.RegularExpressions;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>What an installation needs and a fragment may leave out, and names that look wrong.</summary>
internal static partial class CompletenessTraps
{
    private const int MostHints = 20;

    public static IEnumerable<CheckTrap> Find(KickstartSession session)
    {
        var hints = 0;
        foreach (var line in session.Lines("timezone"))
        {
            var zone = line.First("<timezone>");
            if (zone.Length > 0 && !ZonePattern().IsMatch(zone))
            {
                yield return KickstartTraps.At(line, zone, "unknown-timezone", DiagnosticSeverity.Error, $"{zone} does not look like a time zone; write Area/City, or UTC.", "Names of time zones are not checked.");
            }
            else if (zone.Length > 0 && !KnownNames.TimeZones.Has(zone))
            {
                yield return KickstartTraps.At(line, zone, "unknown-timezone", DiagnosticSeverity.Warning, $"tzdata has no time zone {zone}{Near(zone, KnownNames.TimeZones.All)}.", "Names of time zones are not checked; the installer falls back to another.");
            }
        }

        foreach (var line in session.Lines("lang").Where(l => !LanguagePattern().IsMatch(l.First("<lang>"))))
        {
            yield return KickstartTraps.At(line, line.First("<lang>"), "unknown-language", DiagnosticSeverity.Warning, $"{line.First("<lang>")} does not look like a language such as en_US.UTF-8.", "Languages are not checked.");
        }

        foreach (var line in session.Lines("lang").Where(l => LanguagePattern().IsMatch(l.First("<lang>")) && !KnownNames.Locales.Has(Whole(l.First("<lang>")))))
        {
            yield return KickstartTraps.At(line, line.First("<lang>"), "unknown-language", DiagnosticSeverity.Warning, $"glibc has no locale {line.First("<lang>")}{Near(Whole(line.First("<lang>")), KnownNames.Locales.All)}.", "Languages are not checked.");
        }

        foreach (var line in session.Lines("keyboard"))
        {
            foreach (var keymap in new[] { line.Text("--vckeymap"), line.First("kbd") }.Where(name => name.Length > 0 && !KnownNames.Keymaps.Has(name) && !KnownNames.DesktopLayouts.Has(name)))
            {
                yield return KickstartTraps.At(line, line.Counts("--vckeymap") ? "--vckeymap" : keymap, "unknown-keyboard", DiagnosticSeverity.Warning, $"There is no keymap {keymap}{Near(keymap, KnownNames.Keymaps.All)}.", "Keyboards are not checked; a passphrase is then typed with the keys of another.");
            }
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

        // Looking for a near name takes a while, and a file of thousands of wrong names needs no thousand hints.
        string Near(string name, IEnumerable<string> known) => hints++ < MostHints && NearNames.Find(name, known) is [var near, ..] ? $"; did you mean {near}" : "";
    }

    /// <summary>A language as the list writes it: with the character set in front of a modifier.</summary>
    private static string Whole(string language)
    {
        var at = language.IndexOf('@', StringComparison.Ordinal);
        var (name, modifier) = at < 0 ? (language, "") : (language[..at], language[at..]);
        return $"{name.Split('.')[0]}.UTF-8{modifier}";
    }

    [GeneratedRegex(@"^(UTC|GMT|Etc/[A-Za-z0-9+_-]+|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]+){1,2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"^[a-z]{2,3}(_[A-Z]{2})?(\.[A-Za-z0-9-]+)?(@[a-z]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex LanguagePattern();
}
