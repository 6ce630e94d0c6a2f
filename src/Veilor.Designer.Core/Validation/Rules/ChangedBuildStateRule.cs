using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>USER, SHELL and WORKDIR hold for every later instruction (Containerfile(5)).</summary>
public sealed class ChangedBuildStateRule() : DesignRule("VD9014", DiagnosticSeverity.Error, "The instruction changes the steps after it")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => each.Keyword is "USER" or "SHELL" or "WORKDIR" or "ONBUILD")
            .Select(each => (each.Path, each.Keyword))
            .Distinct()
            .Select(each => Report(each.Path, $"{each.Keyword} holds for every generated step after it, which expect root, sh and the root folder. Put what you need into one RUN, such as RUN cd FOLDER && COMMAND."));
}
