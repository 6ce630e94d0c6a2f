using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Kernel and boot loader updates misbehave in a container build, and the digest no longer says what is inside (Fedora, building containers).</summary>
public sealed class SystemUpdateRule() : BuildCommandRule("VD9008", DiagnosticSeverity.Warning, "The build updates the whole base")
{
    private protected override string? Problem(BuildCommand command) =>
        (command.Is("dnf", "update", "upgrade", "distro-sync") || command.Is("dnf5", "update", "upgrade", "distro-sync")) && command.Words.All(word => word.StartsWith('-') || word is "dnf" or "dnf5" or "update" or "upgrade" or "distro-sync") && !command.Words.Any(IsLimit)
            ? "updates every package, the kernel too. Take a newer base instead: its makers tested the set."
            : null;

    /// <summary>True for an option that leaves few repositories, advisories or packages to the update.</summary>
    private static bool IsLimit(string word) =>
        word is "--security" or "--bugfix" or "--downloadonly" or "--assumeno" or "--disablerepo=*"
        || word.StartsWith("--repo=", StringComparison.Ordinal) || word.StartsWith("--repoid=", StringComparison.Ordinal) || word.StartsWith("--advisor", StringComparison.Ordinal);
}
