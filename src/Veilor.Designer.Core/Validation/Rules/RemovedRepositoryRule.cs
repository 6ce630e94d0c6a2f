using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>anaconda-iso resolves the installer's packages from the repositories inside the image (image-builder, anaconda-iso).</summary>
public sealed class RemovedRepositoryRule() : BuildCommandRule("VD9028", DiagnosticSeverity.Warning, "The ISO is made of the image's repositories")
{
    private protected override bool IsAsked(RuleInput input, BuildCommand command) => input.Design.MakesIso();

    private protected override string? Problem(BuildCommand command) =>
        (command.Is("rm") && command.Words.Any(word => word.StartsWith("/etc/yum.repos.d", StringComparison.Ordinal) && (word.Contains('*', StringComparison.Ordinal) || word.Contains("fedora", StringComparison.Ordinal) || word.TrimEnd('/').EndsWith("yum.repos.d", StringComparison.Ordinal))))
        || (command.Is("sed") && command.Text.Contains("enabled=0", StringComparison.Ordinal) && command.Text.Contains("/etc/yum.repos.d/", StringComparison.Ordinal))
            ? "takes repositories away that the builder of the ISO reads from the image, to find the installer's packages. Leave those of the distribution enabled."
            : null;
}
