using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The step would end the build: no such file.</summary>
public sealed class MissingScriptRule() : DesignRule("VD7002", DiagnosticSeverity.Error, "The script is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var script in input.Design.Scripts.Run)
        {
            if (!input.Content.Contains(DesignContent.ScriptsFolder + script))
            {
                yield return Report(ContentFields.RunScripts.PathOf(script), $"There is no file scripts/{script}, so the build would end at its step.", "Do not run it", design => ContentFields.RunScripts.Remove(design, script));
            }
        }
    }
}
