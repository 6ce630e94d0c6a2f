using System.Collections.Concurrent;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd passes over sections and keys that the type does not have, words that a key does not take, and lines that are no assignment, with a line in the log (systemd.syntax(7); tried with systemd 252).</summary>
public sealed class IgnoredUnitLineRule() : DesignRule("VD7039", DiagnosticSeverity.Warning, "systemd passes over a part of the unit")
{
    /// <summary>What is passed over in a unit when it is of a type; empty for nothing.</summary>
    private static readonly Remembered<UnitFile, ConcurrentDictionary<string, string>> Known = new(_ => new(StringComparer.Ordinal));

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayUnit.All(input.Content).Concat(OverlayUnit.OfUsers(input.Content)).Select(unit => (unit.Path, unit.Type, unit.Unit))
            .Concat(OverlayUnit.DropIns(input.Content).Select(each => (each.Path, each.Unit[(each.Unit.LastIndexOf('.') + 1)..], each.File)))
            .Where(each => each.Item3.BrokenHeader is null)
            .SelectMany(each => Known.Of(each.Item3).GetOrAdd(each.Item2, static (type, unit) => Problem(type, unit) ?? "", each.Item3) is { Length: > 0 } problem ? new[] { ReportFile(each.Path, $"overlay/{each.Path}: {problem}") } : []);

    private static string? Problem(string type, UnitFile unit)
    {
        var own = char.ToUpperInvariant(type[0]) + type[1..];
        return unit.Sections.FirstOrDefault(section => section is not ("Unit" or "Install") && !section.StartsWith("X-", StringComparison.Ordinal) && (type is "target" || !string.Equals(section, own, StringComparison.Ordinal))) is { } unknown
            ? $"a {type} has no section [{StrayText.Shown(unknown)}], so systemd passes over what stands in it. {(type is "target" ? "It has [Unit] and [Install]." : $"It has [Unit], [{own}] and [Install].")}"
            : unit.StrayLines is [var line, ..] ? $"systemd passes over '{StrayText.Shown(line)}', which {(line.IndexOf('=', StringComparison.Ordinal) > 0 ? "stands before the first section" : "is no KEY=VALUE")}."
            : ShellSign(unit) is { } sign ? $"systemd runs no shell, so '{sign}' is given to the program as a word. Write /usr/bin/sh -c '…', or StandardOutput= and the like."
            : UnitValues.Problem(unit);
    }

    /// <summary>A sign of the shell that stands by itself in a command, outside of quotes.</summary>
    private static string? ShellSign(UnitFile unit) =>
        unit.Commands().Where(command => !command.AsSpan().ContainsAny('"', '\'')).SelectMany(command => command.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(1)).FirstOrDefault(word => Array.IndexOf(ShellSigns, word) >= 0);

    private static readonly string[] ShellSigns = ["|", "||", "&&", "&", ">", ">>", "<", "2>&1", "2>/dev/null", ">/dev/null"];
}
