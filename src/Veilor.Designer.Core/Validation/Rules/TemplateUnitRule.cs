using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A template is started as an instance; systemctl enable needs DefaultInstance= in it (systemctl(1)).</summary>
public sealed class TemplateUnitRule() : DesignRule("VD6015", DiagnosticSeverity.Error, "The template needs an instance")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Enable
            .Where(unit => unit.IsTemplate)
            .Select(unit => Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' is a template. Write what stands behind the @ too, such as getty@tty2.service."));
}
