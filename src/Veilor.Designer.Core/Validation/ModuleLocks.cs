using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Units that lock module loading: from then on no driver can be loaded until a restart.</summary>
internal static partial class ModuleLocks
{
    private const string Knob = "modules_disabled";

    private static readonly string[] Names = ["modules-lock", "module-lock", "lock-modules", "disable-modules", "disable-kernel-module-loading"];

    /// <summary>The paths of the overlay's units that lock, by themselves or by a program of the overlay that they run.</summary>
    private static readonly Remembered<DesignContent, IReadOnlySet<string>> Locking = new(content =>
        OverlayFiles.Units(content).Where(each => Runs(content, each.Unit)).Select(each => each.Path).ToHashSet(StringComparer.Ordinal));

    /// <summary>The enabled units that lock.</summary>
    public static IEnumerable<UnitName> Enabled(RuleInput input) => input.Design.Services.Enable.Where(unit => Locks(input, unit.ToString()));

    /// <summary>True when the unit at this path of the overlay locks.</summary>
    public static bool Locks(DesignContent content, string path) => HasName(path) || Locking.Of(content).Contains(path);

    /// <summary>True when a sysctl file locks with this line (sysctl.d(5)).</summary>
    public static bool IsSetting(string line) => Setting().IsMatch(line);

    private static bool Locks(RuleInput input, string unit) =>
        HasName(unit) || Locking.Of(input.Content).Any(path => string.Equals(path[(path.LastIndexOf('/') + 1)..], unit, StringComparison.Ordinal));

    private static bool HasName(string unit) => Array.Exists(Names, name => unit.Contains(name, StringComparison.Ordinal));

    private static bool Runs(DesignContent content, UnitFile unit)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return unit.Commands().Any(command => command.Contains(Knob, StringComparison.Ordinal) || OverlayPrograms.Named(content, command, seen).Any(each => Writes(each.File)));
    }

    /// <summary>True for a script, or a sysctl file, that sets the knob; one that only looks at it is none.</summary>
    private static bool Writes(ContentFile file)
    {
        var lines = OverlayFiles.Lines(file).Where(line => line.Contains(Knob, StringComparison.Ordinal)).ToList();
        if (lines.Count == 0)
        {
            return false;
        }

        var variables = lines.Select(line => Assignment().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList();
        return lines.Exists(Write().IsMatch)
            || OverlayFiles.Lines(file).Any(line => Output().Match(line) is { Success: true } output && variables.Contains(output.Groups["name"].Value, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^-?\s*kernel[./]modules_disabled\s*=\s*(0x0*|0*)1$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex("""(>|\btee\b)[^|;&]*modules_disabled|modules_disabled\s*=\s*["']?1""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Write();

    [GeneratedRegex("""^(?:local |readonly |export |declare )?(?<name>\w+)=\S*modules_disabled["']?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex("""(>|\btee\b)\s*["']?\$\{?(?<name>\w+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Output();
}
