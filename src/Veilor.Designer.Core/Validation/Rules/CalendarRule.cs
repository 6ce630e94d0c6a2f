using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd passes over a calendar expression or a length of time that it cannot read, and refuses a timer that has nothing else (systemd.time(7); tried with systemd-analyze calendar and timespan).</summary>
public sealed class CalendarRule() : DesignRule("VD7040", DiagnosticSeverity.Error, "systemd cannot read the time")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayUnit.All(input.Content).Concat(OverlayUnit.OfUsers(input.Content)).Where(unit => unit.Type is "timer").Select(unit => (unit.Path, unit.Unit))
            .Concat(OverlayUnit.DropIns(input.Content).Where(each => each.Unit.EndsWith(".timer", StringComparison.Ordinal)).Select(each => (each.Path, each.File)))
            .SelectMany(each => Calendar(each.Path, each.Item2).Concat(Lengths(each.Path, each.Item2)));

    private static readonly string[] AfterEvents = ["OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec"];

    private IEnumerable<Diagnostic> Calendar(string path, UnitFile unit) =>
        unit.List("Timer", "OnCalendar").Where(value => !CalendarExpression.IsValid(value)).Distinct(StringComparer.Ordinal).Select(value => ReportFile(
            path,
            $"overlay/{path}: systemd cannot read OnCalendar={StrayText.Shown(value)}, and the timer does not run then. Such times are daily, Mon..Fri 10:00, *-*-01 04:00:00 or *:0/15; systemd-analyze calendar tells what one means."));

    private IEnumerable<Diagnostic> Lengths(string path, UnitFile unit) =>
        AfterEvents.SelectMany(key => unit.List("Timer", key).Where(value => !value.Contains('%', StringComparison.Ordinal) && !TimeSpanExpression.IsValid(value)).Distinct(StringComparer.Ordinal).Select(value => ReportFile(
            path,
            $"overlay/{path}: systemd cannot read {key}={StrayText.Shown(value)}, and the timer does not run then. Such lengths are 15min, 1h 30min or 2d; systemd-analyze timespan tells what one means.")));
}
