using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd passes over a calendar expression that it cannot read, and refuses a timer that has nothing else (systemd.time(7); tried with systemd-analyze calendar).</summary>
public sealed class CalendarRule() : DesignRule("VD7040", DiagnosticSeverity.Error, "systemd cannot read the time")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayUnit.All(input.Content).Concat(OverlayUnit.OfUsers(input.Content)).Where(unit => unit.Type is "timer").Select(unit => (unit.Path, unit.Unit))
            .Concat(OverlayUnit.DropIns(input.Content).Where(each => each.Unit.EndsWith(".timer", StringComparison.Ordinal)).Select(each => (each.Path, each.File)))
            .SelectMany(each => each.Item2.List("Timer", "OnCalendar").Where(value => !CalendarExpression.IsValid(value)).Distinct(StringComparer.Ordinal).Select(value => ReportFile(
                each.Path,
                $"overlay/{each.Path}: systemd cannot read OnCalendar={StrayText.Shown(value)}, and the timer does not run then. Such times are daily, Mon..Fri 10:00, *-*-01 04:00:00 or *:0/15; systemd-analyze calendar tells what one means.")));
}
