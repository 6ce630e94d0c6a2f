using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah ends the build at an instruction whose words it cannot read: "COPY requires at least one argument", "Must be of the form: name=value" (tried with buildah 1.28).</summary>
public sealed class InstructionFormRule() : InstructionRule("VD9029", DiagnosticSeverity.Error, "The instruction is not complete")
{
    private protected override string? Problem(string keyword, string arguments) =>
        Fault(keyword, ContainerfileWords.Options(arguments).Tail) is { } problem ? $"'{Shown(keyword, arguments)}' {problem}" : null;

    private static string? Fault(string keyword, string rest) => keyword switch
    {
        "RUN" or "EXPOSE" or "VOLUME" or "STOPSIGNAL" or "HEALTHCHECK" or "MAINTAINER" or "ARG" or "LABEL" or "ENV" or "COPY" or "ADD" when rest.Length == 0 => "says nothing behind its name.",
        "COPY" or "ADD" when ContainerfileWords.Json(rest) is { } paths => paths.Count < 2 ? "names no target." : null,
        "COPY" or "ADD" when rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is var paths && Array.Exists(paths, path => ContainerfileWords.Of(path) is null) =>
            "has a quote without its end. A path with a blank needs the form of a list: [\"FROM\", \"TO\"].",
        "COPY" or "ADD" when ContainerfileWords.Of(rest) is { Count: < 2 } => "names no target.",
        "LABEL" or "ENV" or "ARG" when ContainerfileWords.Of(rest) is null => "has a quote without its end.",
        "LABEL" or "ENV" when ContainerfileWords.Pairs(rest).Any(pair => pair.Value is null) => "has a word that is no NAME=VALUE.",
        _ => null,
    };

    private static string Shown(string keyword, string arguments)
    {
        var text = $"{keyword} {arguments}".TrimEnd();
        return text.Length > 60 ? text[..60] + "…" : text;
    }
}
