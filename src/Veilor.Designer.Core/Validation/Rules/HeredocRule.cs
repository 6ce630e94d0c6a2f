using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Heredocs need buildah 1.33; 1.28 reads their lines as instructions (seen with podman 4.3.1).</summary>
public sealed class HeredocRule() : InstructionRule("VD9001", DiagnosticSeverity.Error, "A heredoc breaks older builders")
{
    private protected override string? Problem(string keyword, string arguments) =>
        ContainerfileHeredocs.Of(keyword, arguments).Any()
            ? "A heredoc (<<) needs buildah 1.33 or newer; older ones read its lines as instructions. Put the text into a file of the overlay or a script."
            : null;
}
