using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>USER, SHELL and WORKDIR hold for every later instruction (Containerfile(5)).</summary>
public sealed class ChangedBuildStateRule() : InstructionRule("VD9014", DiagnosticSeverity.Error, "The instruction changes the steps after it")
{
    private protected override string? Problem(string keyword, string arguments) =>
        keyword is "USER" or "SHELL" or "WORKDIR" or "ONBUILD"
            ? $"{keyword} holds for every generated step after it, which expect root, sh and the root folder. Put what you need into one RUN, such as RUN cd FOLDER && COMMAND."
            : null;
}
