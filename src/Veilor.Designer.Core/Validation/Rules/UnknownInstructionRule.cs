using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah ends the build at a word it does not know: Unknown instruction.</summary>
public sealed class UnknownInstructionRule() : InstructionRule("VD9005", DiagnosticSeverity.Error, "There is no such instruction")
{
    private static readonly string[] Known =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL",
        "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    private protected override string? Problem(string keyword, string arguments) =>
        Array.IndexOf(Known, keyword) < 0 ? $"'{keyword}' is not an instruction of a Containerfile. A shell command stands behind RUN." : null;
}
