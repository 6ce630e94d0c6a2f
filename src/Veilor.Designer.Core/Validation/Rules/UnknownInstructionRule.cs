using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah ends the build at a word it does not know: Unknown instruction.</summary>
public sealed class UnknownInstructionRule() : DesignRule("VD9005", DiagnosticSeverity.Error, "There is no such instruction")
{
    private static readonly string[] Known =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL",
        "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => Array.IndexOf(Known, each.Keyword) < 0)
            .Select(each => Report(each.Path, $"'{each.Keyword}' is not an instruction of a Containerfile. A shell command stands behind RUN."))
            .DistinctBy(each => (each.Path, each.Message));
}
