using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The step would end the build: no such file.</summary>
public sealed class MissingScriptRule() : DesignRule("VD7002", DiagnosticSeverity.Error, "The script is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        from field in new[] { ContentFields.ScriptsBeforePackages, ContentFields.RunScripts, ContentFields.FirstBootScripts }
        from script in field.Get(input.Design)
        where !input.Content.Contains(DesignContent.ScriptsFolder + script)
        select Report(field.PathOf(script), $"There is no file scripts/{script}, so the build would end at its step.", "Do not run it", design => field.Remove(design, script));
}
