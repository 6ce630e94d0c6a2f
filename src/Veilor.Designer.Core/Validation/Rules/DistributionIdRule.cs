using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders look the distribution up by ID and VERSION_ID (image-builder, osinfo.go).</summary>
public sealed class DistributionIdRule() : BuildCommandRule("VD9027", DiagnosticSeverity.Error, "The build changes what the builders look up")
{
    private static readonly string[] Files = ["/etc/os-release", "/usr/lib/os-release"];

    private static readonly string[] Starts = ["\nID=", " ID=", "^ID=", "'ID=", "\"ID=", "VERSION_ID="];

    private protected override string? Problem(BuildCommand command) =>
        Taken(command) is { } file ? $"takes {file} away, and without ID, NAME and VERSION_ID in /etc/os-release the builders end with an error."
        : command.Text.Contains("os-release", StringComparison.Ordinal)
        && command.Program is "sed" or "echo" or "printf" or "tee" or "perl" or "awk"
        && Array.Exists(Starts, start => command.Text.Contains(start, StringComparison.Ordinal))
            ? "changes ID or VERSION_ID in os-release, by which the builders find the distribution. The section Branding changes the names that people see."
            : null;

    /// <summary>Not where a step writes the file that another one takes away.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        Taken(command) is not { } file || (!OverlayFiles.Has(input.Content, file[1..]) && !BuildCommands.Of(input).Any(each => BuildTargets.Writes(each, file)));

    private static string? Taken(BuildCommand command) =>
        command.Program is "rm" or "unlink" ? command.Words.Skip(1).FirstOrDefault(word => Array.IndexOf(Files, word) >= 0)
        : command.Is("mv") ? command.Words.Skip(1).SkipLast(1).FirstOrDefault(word => Array.IndexOf(Files, word) >= 0)
        : null;
}
