using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A template is started as an instance; systemctl enable needs DefaultInstance= in it (systemctl(1)).</summary>
public sealed class TemplateUnitRule() : DesignRule("VD6015", DiagnosticSeverity.Error, "The template needs an instance")
{
    /// <summary>Templates of systemd itself that name a default instance.</summary>
    private static readonly string[] WithDefault = ["getty@.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Enable
            .Where(unit => unit.IsTemplate && Array.IndexOf(WithDefault, unit.ToString()) < 0)
            .Select(unit => Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' is a template. Write what stands behind the @ too, such as serial-getty@ttyS0.service."));
}
