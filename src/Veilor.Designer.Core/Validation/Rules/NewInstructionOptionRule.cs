using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>ADD --checksum needs buildah 1.33, COPY --parents and --exclude later ones (buildah, CHANGELOG).</summary>
public sealed class NewInstructionOptionRule() : DesignRule("VD9006", DiagnosticSeverity.Error, "An option breaks older builders")
{
    private static readonly string[] Options = ["--checksum", "--parents", "--exclude", "--keep-git-dir"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, keyword, arguments) in ExtraLines.Instructions(input.Design).Distinct())
        {
            var option = Array.Find(Options, each => arguments.StartsWith(each, StringComparison.Ordinal) || arguments.Contains(" " + each, StringComparison.Ordinal));
            if (option is not null && keyword is "ADD" or "COPY")
            {
                yield return Report(path, $"{keyword} {option} needs a newer buildah than Debian 12 has (1.28). For a file with a checksum use a pinned download.");
            }
        }
    }
}
