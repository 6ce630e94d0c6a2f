using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders look the distribution up by ID and VERSION_ID (image-builder, osinfo.go).</summary>
public sealed class DistributionIdRule() : BuildCommandRule("VD9027", DiagnosticSeverity.Error, "The build changes what the builders look up")
{
    private static readonly string[] Starts = ["\nID=", " ID=", "^ID=", "'ID=", "\"ID=", "VERSION_ID="];

    private protected override string? Problem(BuildCommand command) =>
        command.Text.Contains("os-release", StringComparison.Ordinal)
        && command.Program is "sed" or "echo" or "printf" or "tee" or "perl" or "awk"
        && Array.Exists(Starts, start => command.Text.Contains(start, StringComparison.Ordinal))
            ? "changes ID or VERSION_ID in os-release, by which the builders find the distribution. The section Branding changes the names that people see."
            : null;
}
