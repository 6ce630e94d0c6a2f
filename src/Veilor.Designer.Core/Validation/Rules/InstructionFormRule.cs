using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah ends the build at an instruction that it cannot read: "COPY requires at least one argument", "Must be of the form: name=value", "Error parsing chmod", "invalid mount option" (tried with buildah 1.28).</summary>
public sealed partial class InstructionFormRule() : InstructionRule("VD9029", DiagnosticSeverity.Error, "The builder cannot read the instruction")
{
    private protected override string? Problem(RuleInput input, string keyword, string arguments)
    {
        var (options, rest) = ContainerfileWords.Options(arguments);
        return (Fault(keyword, rest) ?? OptionFault(input, keyword, options, arguments)) is { } problem ? $"'{Shown(keyword, arguments)}' {problem}" : null;
    }

    private static string? Fault(string keyword, string rest) => keyword switch
    {
        "RUN" or "EXPOSE" or "VOLUME" or "STOPSIGNAL" or "HEALTHCHECK" or "MAINTAINER" or "ARG" or "LABEL" or "ENV" or "COPY" or "ADD" or "WORKDIR" or "USER" or "SHELL" or "ONBUILD"
            when rest.Length == 0 => "says nothing behind its name.",
        "COPY" or "ADD" when ContainerfileWords.Json(rest) is { } paths => paths.Count < 2 ? "names no target." : null,
        "COPY" or "ADD" when rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is var paths && Array.Exists(paths, path => ContainerfileWords.Of(path) is null) =>
            "has a quote without its end. A path with a blank needs the form of a list: [\"FROM\", \"TO\"].",
        "COPY" or "ADD" when ContainerfileWords.Of(rest) is { Count: < 2 } => "names no target.",
        "LABEL" or "ENV" or "ARG" when ContainerfileWords.Of(rest) is null => "has a quote without its end.",
        "LABEL" or "ENV" when ContainerfileWords.Pairs(rest).Any(pair => pair.Value is null) => "has a word that is no NAME=VALUE.",
        "SHELL" when ContainerfileWords.Json(rest) is not { Count: > 0 } => "is no list of the form [\"/bin/bash\", \"-c\"].",
        "HEALTHCHECK" => rest.Split((char[]?)[' ', '\t'], 2, StringSplitOptions.TrimEntries) switch
        {
            [var none] when none.Equals("NONE", StringComparison.OrdinalIgnoreCase) => null,
            [var command, { Length: > 0 }] when command.Equals("CMD", StringComparison.OrdinalIgnoreCase) => null,
            _ => "is neither HEALTHCHECK NONE nor HEALTHCHECK CMD with a command.",
        },
        "ONBUILD" when rest.Split(' ', '\t')[0].ToUpperInvariant() is "ONBUILD" or "FROM" or "MAINTAINER" => "keeps an instruction that cannot be kept.",
        _ => null,
    };

    private static string? OptionFault(RuleInput input, string keyword, IReadOnlyList<string> options, string arguments) => keyword switch
    {
        "RUN" when options.Contains("--mount", StringComparer.Ordinal) => "has a mount without its settings: write --mount=type=bind,source=…,target=….",
        "RUN" => RunMount.Of(arguments).Select(mount => mount.Fault(id => SecretFields.Secrets.Find(input.Design, id) is not null)).FirstOrDefault(fault => fault is not null),
        "COPY" or "ADD" when options.FirstOrDefault(option => option.StartsWith("--chmod=", StringComparison.Ordinal)) is { } mode && !IsMode(ContainerfileWords.Unquoted(mode["--chmod=".Length..])) =>
            "has a mode that is no octal number, such as 0644.",
        "COPY" or "ADD" when options.Any(option => option is "--chmod" or "--chown" or "--from") => "has an option without its value: write --chmod=0644.",
        "HEALTHCHECK" when options.FirstOrDefault(option => !IsHealthOption(option)) is { } option => $"has the option '{option}', which the builder does not know or cannot read.",
        _ => null,
    };

    /// <summary>A duration needs some digit that is not zero.</summary>
    private static bool IsHealthOption(string option) =>
        HealthOption().IsMatch(option) || (HealthDuration().IsMatch(option) && option.AsSpan().ContainsAnyInRange('1', '9'));

    [GeneratedRegex(@"^--(retries=\d*|[a-z-]+=.*\$.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HealthOption();

    [GeneratedRegex(@"^--(interval|timeout|start-period)=(\d+(\.\d*)?(ns|us|ms|s|m|h))+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HealthDuration();

    private static bool IsMode(string mode) => mode.Contains('$', StringComparison.Ordinal) || (mode.Length > 0 && mode.All(digit => digit is >= '0' and <= '7'));

    private static string Shown(string keyword, string arguments)
    {
        var text = string.Join(' ', [keyword, .. arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]);
        return text.Length > 60 ? text[..60] + "…" : text;
    }
}
