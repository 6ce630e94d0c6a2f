using System.Buffers;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah mounts its own /etc/hostname, /etc/hosts and /etc/resolv.conf over the image's while RUN runs.</summary>
public sealed partial class MountedFileRule() : BuildCommandRule("VD9016", DiagnosticSeverity.Warning, "The builder's own file is changed")
{
    /// <summary>Without one of them there is nothing to look for.</summary>
    private static readonly SearchValues<string> Paths = SearchValues.Create(["/etc/hostname", "/etc/hosts", "/etc/resolv.conf"], StringComparison.Ordinal);

    private protected override string? Problem(BuildCommand command) =>
        command.Text.AsSpan().ContainsAny(Paths) && Target().IsMatch(command.Text)
            ? "changes a file that the builder mounts for the step, so nothing stays in the image. Put the file into the overlay, or use the field Host name."
            : null;

    [GeneratedRegex(@"(>|\btee\b.*|\bsed\b.*-i.*|\bcp\b.*)\s*/etc/(hostname|hosts|resolv\.conf)([^\w.-]|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
