using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// buildah 1.28 knows --mount of RUN, --chown and --chmod of COPY and ADD, and --from of COPY (tried: "RUN only supports
/// the --mount flag"); ADD --checksum needs 1.33, the others later ones (buildah, CHANGELOG).
/// </summary>
public sealed class NewInstructionOptionRule() : InstructionRule("VD9006", DiagnosticSeverity.Error, "An option breaks older builders")
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["RUN"] = ["--mount"],
        ["COPY"] = ["--from", "--chown", "--chmod"],
        ["ADD"] = ["--chown", "--chmod"],
    };

    private protected override string? Problem(string keyword, string arguments) =>
        Known.TryGetValue(keyword, out var known)
        && ContainerfileWords.Options(arguments).Options.Select(option => option.Split('=')[0]).FirstOrDefault(option => Array.IndexOf(known, option) < 0) is { } found
            ? $"{keyword} {found} needs a newer buildah than Debian 12 has (1.28), if there is such an option.{(found is "--checksum" ? " For a file with a checksum use a pinned download." : "")}"
            : null;
}
