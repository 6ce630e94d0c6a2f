using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Lines that contradict each other, and lines whose outcome no validator names.</summary>
internal static partial class SystemTraps
{
    private static readonly string[] MountCommands = ["partition", "logvol", "raid", "btrfs"];

    public static IEnumerable<CheckTrap> Find(KickstartSession session) =>
        OfBootloader(session)
            .Concat(OfPackages(session))
            .Concat(OfModes(session))
            .Concat(OfServices(session))
            .Concat(OfRoot(session))
            .Concat(OfNames(session));

    /// <summary>Each line sets the place anew (pykickstart, commands/bootloader.py).</summary>
    private static IEnumerable<CheckTrap> OfBootloader(KickstartSession session)
    {
        if (session.Lines("bootloader").LastOrDefault() is { } line && (line.Text("--location") == "none" || line.Has("--disabled")))
        {
            yield return KickstartTraps.At(line, line.Has("--disabled") ? "--disabled" : "--location", "no-bootloader", DiagnosticSeverity.Warning, "The installer sets up no boot loader; the machine starts only if another one finds the system.", "It is what the line says; leave the option out to boot from the disk.");
        }

        foreach (var boot in session.Lines("partition").Where(boot => boot.First("<mntpoint>") == "/boot" && boot.Text("--fstype") == "vfat" && !session.Lines("bootloader").Any(each => each.Has("--sdboot") || each.Has("--disabled") || each.Text("--location") == "none")))
        {
            yield return KickstartTraps.At(boot, "--fstype", "boot-filesystem", DiagnosticSeverity.Error, "/boot cannot be vfat.", "Anaconda takes ext4, xfs or btrfs there for GRUB, and stops at its storage check; the validator does not look.");
        }
    }

    private static IEnumerable<CheckTrap> OfPackages(KickstartSession session)
    {
        var payload = session.Lines("ostreecontainer", "bootc", "ostreesetup").FirstOrDefault()?.Context.Name ?? (session.IsPart ? "ostreecontainer" : null);
        foreach (var section in payload is null ? [] : session.Sections.Where(section => section.Name == "%packages" && section.Count > 0))
        {
            yield return new CheckTrap("packages-ignored", DiagnosticSeverity.Warning, $"%packages has no effect beside {payload}: the image is unpacked as it is.", "Both are accepted together. Install packages in the image.", section.Line, 1);
        }
    }

    private static IEnumerable<CheckTrap> OfModes(KickstartSession session)
    {
        var modes = session.Lines("text").ToList();
        if (modes.Select(line => line.Context.Name).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return KickstartTraps.At(modes[^1], string.Empty, "several-display-modes", DiagnosticSeverity.Warning, $"{modes[^1].Context.Name} overrides the mode that an earlier line asks for.", "The last of text, graphical and cmdline wins without a word.");
        }

        foreach (var line in session.Lines("firewall").Where(line => line.Has("--disable") && line.Has("--enable")))
        {
            yield return KickstartTraps.At(line, string.Empty, "firewall-on-and-off", DiagnosticSeverity.Warning, "The firewall is both enabled and disabled.", "The later word wins without a word.");
        }
    }

    /// <summary>Anaconda disables first and enables then (pyanaconda, modules/services/installation.py).</summary>
    private static IEnumerable<CheckTrap> OfServices(KickstartSession session)
    {
        foreach (var line in session.Lines("services").TakeLast(1))
        {
            foreach (var service in line.List("--enabled").Intersect(line.List("--disabled"), StringComparer.Ordinal))
            {
                yield return KickstartTraps.At(line, "--disabled", "service-on-and-off", DiagnosticSeverity.Warning, $"{service} is both enabled and disabled; it is enabled in the end.", "The installer disables first and enables then.");
            }
        }
    }

    private static IEnumerable<CheckTrap> OfRoot(KickstartSession session)
    {
        var isWhole = session.UnreadIncludes.Count == 0 && !session.Lines("autopart", "mount").Any();
        if (isWhole && session.Lines("partition").FirstOrDefault() is { } first
            && !session.Lines(MountCommands).Any(line => line.First("<mntpoint>") == "/" || line.Extra.Contains("/", StringComparer.Ordinal)))
        {
            yield return KickstartTraps.At(first, string.Empty, "no-root-partition", DiagnosticSeverity.Warning, "Nothing is mounted at /.", "The installer stops at its storage check; the validator does not miss it.");
        }
    }

    private static IEnumerable<CheckTrap> OfNames(KickstartSession session)
    {
        foreach (var line in session.Lines("network").Where(line => line.Text("--hostname") is { Length: > 0 } name && !Hostname.TryParse(name, out _, out _)))
        {
            yield return KickstartTraps.At(line, "--hostname", "bad-hostname", DiagnosticSeverity.Warning, $"{line.Text("--hostname")} is no host name: labels of letters, digits and hyphens, with neither end a hyphen.", "Names are taken as any text.");
        }

        foreach (var line in session.Lines("user").Where(line => !UserName().IsMatch(line.Text("--name"))))
        {
            yield return KickstartTraps.At(line, "--name", "bad-user-name", DiagnosticSeverity.Error, $"useradd makes no user {line.Text("--name")}.", "Names are taken as any text; the installer leaves the user out.");
        }
    }

    /// <summary>What useradd takes on Fedora, where upper-case letters and dots pass too (useradd(8)).</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,254}[$]?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex UserName();
}
