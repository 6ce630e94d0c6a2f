using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Rules;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>What an installer ISO does, or does not do, without saying so.</summary>
internal static class InstallerTraps
{
    private const string ModulePrefix = "org.fedoraproject.Anaconda.Modules.";

    private static readonly string[] Modules =
        ["Localization", "Network", "Payloads", "Runtime", "Security", "Services", "Storage", "Subscription", "Timezone", "Users"];

    private static readonly string[] OwnedByBuilder = ["ostreecontainer", "bootc", "ostreesetup"];

    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        if (!context.IsIso || context.ImageType == "bootc-generic-iso")
        {
            return [];
        }

        return OfType(context)
            .Concat(context.HasOwnKickstart ? OfKickstart(context) : OfDefaultKickstart(context))
            .Concat(OfModules(context));
    }

    private static IEnumerable<CheckTrap> OfType(TrapContext context)
    {
        if (ImageTypes.IsPackageIso(context.ImageType))
        {
            yield return new CheckTrap(
                "deprecated-type",
                DiagnosticSeverity.Info,
                $"{context.ImageType} is a compatibility type and will be removed with RHEL 11; bootc-installer takes its place.",
                "The builder makes it without saying so.",
                1,
                1);
        }
    }

    private static IEnumerable<CheckTrap> OfDefaultKickstart(TrapContext context)
    {
        yield return new CheckTrap(
            "unattended-wipe",
            DiagnosticSeverity.Warning,
            "This ISO erases every disk of the machine it boots on, without a question.",
            "Without installer.kickstart.contents the builder writes an unattended kickstart with clearpart --all.",
            1,
            1);
        if (context.Customizations.At("kernel", "append") is { } append && context.Customizations.TextAt("kernel", "append").Contains('\'', StringComparison.Ordinal))
        {
            yield return TrapFinder.At(
                append,
                "quote-in-append",
                DiagnosticSeverity.Error,
                "kernel.append contains a single quote, which ends the quoted text in the kickstart's bootloader line.",
                "The builder writes --append='…' and escapes nothing.");
        }
    }

    private static IEnumerable<CheckTrap> OfKickstart(TrapContext context)
    {
        if (context.Customizations.At("kernel", "append") is { } append && context.Customizations.TextAt("kernel", "append").Length > 0)
        {
            yield return TrapFinder.At(
                append,
                "append-ignored",
                DiagnosticSeverity.Warning,
                "kernel.append is ignored for the installed system, because the kickstart is your own.",
                "Write bootloader --append=\"…\" into the kickstart, or a file in /usr/lib/bootc/kargs.d.");
        }

        var commands = KickstartWords(context.Customizations.TextAt("installer", "kickstart", "contents"));
        foreach (var (doubled, number) in commands.Where(c => OwnedByBuilder.Contains(c.Word, StringComparer.Ordinal)).Take(1))
        {
            var (line, column) = context.Kickstart!.Of(number);
            yield return new CheckTrap(
                "kickstart-owns-payload",
                DiagnosticSeverity.Error,
                $"The kickstart has a {doubled} line; the builder adds ostreecontainer itself and Anaconda refuses two payloads.",
                "The builder does not read the kickstart.",
                line,
                column);
        }
    }

    private static IEnumerable<CheckTrap> OfModules(TrapContext context)
    {
        foreach (var list in (string[])["enable", "disable"])
        {
            foreach (var module in context.Customizations.TextsAt("installer", "modules", list))
            {
                var name = (string)module.Value!;
                if (!name.StartsWith(ModulePrefix, StringComparison.Ordinal) || !Modules.Contains(name[ModulePrefix.Length..], StringComparer.Ordinal))
                {
                    yield return TrapFinder.At(
                        module,
                        "unknown-module",
                        DiagnosticSeverity.Error,
                        $"{GoText.Quote(name)} is no Anaconda module.",
                        $"Names are not checked. Known are {ModulePrefix}{{{string.Join(',', Modules)}}}.");
                }
            }
        }

        var enabled = Names("enable");
        var disabled = Names("disable");
        foreach (var name in enabled.Intersect(disabled, StringComparer.Ordinal))
        {
            yield return TrapFinder.At(
                context.Customizations.At("installer", "modules", "enable")!,
                "module-enabled-and-disabled",
                DiagnosticSeverity.Warning,
                $"{name} is both enabled and disabled.",
                "Disabling wins.");
        }

        foreach (var trap in OfNeededModules(context, enabled.Except(disabled, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal)))
        {
            yield return trap;
        }

        List<string> Names(string list) => [.. context.Customizations.TextsAt("installer", "modules", list).Select(m => (string)m.Value!)];
    }

    private static IEnumerable<CheckTrap> OfNeededModules(TrapContext context, HashSet<string> enabled)
    {
        var commands = KickstartWords(context.Customizations.TextAt("installer", "kickstart", "contents"));
        var needs = new (string Module, string[] Commands)[]
        {
            ("Localization", ["lang", "keyboard"]),
            ("Timezone", ["timezone", "timesource"]),
        };
        foreach (var (module, users) in needs)
        {
            foreach (var (command, number) in commands.Where(c => users.Contains(c.Word, StringComparer.Ordinal) && !enabled.Contains($"{ModulePrefix}{module}")).Take(1))
            {
                var (line, column) = context.Kickstart!.Of(number);
                yield return new CheckTrap(
                    "module-not-enabled",
                    DiagnosticSeverity.Error,
                    $"The kickstart uses {command}, which the module {ModulePrefix}{module} handles; it is not enabled.",
                    "Enabled by default are Users, Services, Security, Network, Payloads, Runtime and Storage. Add it to installer.modules.enable.",
                    line,
                    column);
            }
        }
    }

    /// <summary>The first words of the command lines and their lines, without the bodies of sections.</summary>
    private static List<(string Word, int Line)> KickstartWords(string contents)
    {
        var words = new List<(string Word, int Line)>();
        var isInSection = false;
        foreach (var (index, line) in contents.Split('\n').Index())
        {
            var word = line.Split([' ', '\t', '\r'], 2)[0];
            if (word == "%end")
            {
                isInSection = false;
            }
            else if (word.StartsWith('%') && word is not ("%include" or "%ksappend"))
            {
                isInSection = true;
            }
            else if (!isInSection && word.Length > 0)
            {
                words.Add((word, index + 1));
            }
        }

        return words;
    }
}
