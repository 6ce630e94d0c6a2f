using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Heredocs need buildah 1.33; 1.28 reads their lines as instructions (seen with podman 4.3.1).</summary>
public sealed partial class HeredocRule() : DesignRule("VD9001", DiagnosticSeverity.Error, "A heredoc breaks older builders")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => each.Keyword is "RUN" or "COPY" or "ADD" && Heredoc().IsMatch(Quoted().Replace(each.Arguments, "q")))
            .Select(each => each.Path)
            .Distinct()
            .Select(path => Report(path, "A heredoc (<<) needs buildah 1.33 or newer; older ones read its lines as instructions. Put the text into a file of the overlay or a script."));

    /// <summary>What quotes or arithmetic hold is no heredoc; the quotes of a heredoc's own word stay.</summary>
    [GeneratedRegex("""(?<!<<-?\s*)(?:'[^']*'|"(?:\\.|[^"\\])*")|\$?\(\([^)]*\)\)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""(?<!<)<<-?\s*["'\\]?[A-Za-z_]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heredoc();
}
