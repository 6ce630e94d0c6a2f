using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A further FROM starts a new stage, and the image is made of the last one (Containerfile(5)).</summary>
public sealed class SecondStageRule() : DesignRule("VD9004", DiagnosticSeverity.Error, "FROM starts the image anew")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => string.Equals(each.Keyword, "FROM", StringComparison.Ordinal))
            .Select(each => Report(each.Path, $"'FROM {each.Arguments}' starts a new stage, and everything before it is left behind. To take files from another image write COPY --from=IMAGE."))
            .DistinctBy(each => (each.Path, each.Message));
}
