using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Heredocs need buildah 1.33; 1.28 reads their lines as instructions (seen with podman 4.3.1).</summary>
public sealed class HeredocRule() : DesignRule("VD9001", DiagnosticSeverity.Error, "A heredoc breaks older builders")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var field in new[] { ContentFields.BeforePackages, ContentFields.AfterPackages, ContentFields.BeforeLint })
        {
            if (field.Get(input.Design).Contains("<<", StringComparison.Ordinal))
            {
                yield return Report(field.Path, "A heredoc (<<) needs buildah 1.33 or newer; older ones read its lines as instructions. Put the text into a file of the overlay or a script.");
            }
        }
    }
}
