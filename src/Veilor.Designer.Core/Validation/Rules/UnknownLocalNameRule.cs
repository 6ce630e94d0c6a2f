using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>No tool says in the build that a zone, a language or a keyboard does not exist: the machine falls back to UTC, to C and to us (localtime(5), locale.conf(5), vconsole.conf(5)).</summary>
public sealed class UnknownLocalNameRule() : DesignRule("VD6024", DiagnosticSeverity.Warning, "The name is in no list of places, languages or keyboards")
{
    /// <summary>Names that people write, with the one that is meant (ISO 3166; tzdata, etcetera, where the sign is that of POSIX).</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal) { ["uk"] = "gb", ["en"] = "us", ["sv"] = "se", ["ja"] = "jp", ["cs"] = "cz", ["da"] = "dk", ["el"] = "gr", ["ko"] = "kr", ["zh"] = "cn" };

    /// <summary>The names that may be meant: the one that is known to be, or those that are near.</summary>
    private static IReadOnlyCollection<string> Candidates(string name, NameList known) =>
        Meant.TryGetValue(name, out var meant) && known.Has(meant) ? [meant]
        : known.Has("Etc/" + name) ? ["Etc/" + name]
        : known.All;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var system = input.Design.System;
        if (system.TimeZone?.ToString() is { } zone && !KnownNames.TimeZones.Has(zone))
        {
            yield return ReportName(SystemFields.TimeZone.Path, $"tzdata has no zone {zone}: /etc/localtime would lead nowhere, and the clock shows UTC.", zone, Candidates(zone, KnownNames.TimeZones), (design, near) => SystemFields.TimeZone.Set(design, TimeZoneName.Parse(near)));
        }

        if (system.Locale?.ToString() is { } locale && !KnownNames.Locales.Has(locale))
        {
            yield return ReportName(SystemFields.Locale.Path, $"glibc has no locale {locale}: programs would speak English and complain that the locale cannot be set.", locale, LocalesOf(locale), (design, near) => SystemFields.Locale.Set(design, LocaleName.Parse(near)));
        }

        if (system.Keyboard?.ToString() is { } keymap && !KnownNames.Keymaps.Has(keymap) && !HasKeymap(input, keymap))
        {
            yield return ReportName(SystemFields.Keyboard.Path, $"kbd has no keymap {keymap}: the console, and the question for the disk's passphrase, would take the keys of us.", keymap, KnownNames.Keymaps.All, (design, near) => SystemFields.Keyboard.Set(design, KeyboardLayout.Parse(near)));
        }

        foreach (var layout in system.DesktopLayouts)
        {
            if (!KnownNames.DesktopLayouts.Has(layout.ToString()) && !OverlayFiles.Below(input.Content, "usr/share/X11/xkb/").Any())
            {
                yield return ReportName(SystemFields.DesktopLayouts.PathOf(layout), $"xkeyboard-config has no layout {layout}: the desktop would take the keys of us.", layout.ToString(), Candidates(layout.ToString(), KnownNames.DesktopLayouts), (design, near) => Replace(design, layout, DesktopLayout.Parse(near)));
            }
        }
    }

    /// <summary>The design with a layout in the place of another, for their order counts; one that is there already is not doubled.</summary>
    private static ImageDesign Replace(ImageDesign design, DesktopLayout old, DesktopLayout taken) =>
        SystemFields.DesktopLayouts.Set(design, design.System.DesktopLayouts.Select(each => each == old ? taken : each).Distinct().ToEquatableArray());

    /// <summary>Locales of the same language, or of the same country; another one was hardly meant.</summary>
    private static IReadOnlyCollection<string> LocalesOf(string locale) =>
        locale.Split('_', '.', '@') is [var language, var country, ..]
            ? [.. KnownNames.Locales.All.Where(known => known.StartsWith(language + "_", StringComparison.OrdinalIgnoreCase) || known.Contains($"_{country}.", StringComparison.OrdinalIgnoreCase))]
            : KnownNames.Locales.All;

    private static bool HasKeymap(RuleInput input, string keymap) =>
        OverlayFiles.Below(input.Content, "usr/lib/kbd/keymaps/").Any(file => Path.GetFileName(file.Path).StartsWith(keymap + ".map", StringComparison.Ordinal));
}
