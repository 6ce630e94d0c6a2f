using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sshd does not start with a keyword that it does not know, or one without a value (sshd_config(5); tried with sshd -t of OpenSSH 9.2).</summary>
public sealed class SshdKeywordRule() : DesignRule("VD7042", DiagnosticSeverity.Error, "sshd would not start with the file")
{
    private const string Whole = "etc/ssh/sshd_config";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, Whole).Where(each => each.Path is Whole || (each.Path.StartsWith(Whole + ".d/", StringComparison.Ordinal) && each.Path.EndsWith(".conf", StringComparison.Ordinal))))
        {
            if (file.ReadableText().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(Problem).FirstOrDefault(problem => problem is not null) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
        }
    }

    private static string? Problem(string line)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\t', '=');
        var keyword = (end < 0 ? line : line[..end]).Trim('"');
        return !KnownNames.SshdKeywords.Has(keyword.ToLowerInvariant())
            ? $"sshd knows no keyword '{StrayText.Shown(keyword)}' and does not start with it.{(NearNames.Find(keyword.ToLowerInvariant(), KnownNames.SshdKeywords.All) is [var near, ..] ? $" Did you mean {near}?" : "")}"
            : end < 0 || line[end..].Trim(' ', '\t', '=').Length == 0 ? $"'{keyword}' has no value, and sshd does not start with it."
            : null;
    }
}
