using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A further FROM starts a new stage, and the image is made of the last one (Containerfile(5)).</summary>
public sealed class SecondStageRule() : InstructionRule("VD9004", DiagnosticSeverity.Error, "FROM starts the image anew")
{
    private protected override string? Problem(string keyword, string arguments) =>
        keyword is "FROM"
            ? $"'FROM {arguments}' starts a new stage, and everything before it is left behind. To take files from another image write COPY --from=IMAGE."
            : null;
}
