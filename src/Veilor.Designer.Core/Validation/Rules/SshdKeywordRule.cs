using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sshd does not start with a keyword that it does not know, one without a value, or a value that it does not take (sshd_config(5); tried with sshd -t of OpenSSH 9.2 and 10.0).</summary>
public sealed class SshdKeywordRule() : DesignRule("VD7042", DiagnosticSeverity.Error, "sshd would not start with the file")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in SshdFiles.Files(input.Content))
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
            : SshdFiles.Split(line) is var (name, words) && SshdValues.Problem(name, words) is { } problem ? $"'{StrayText.Shown(line)}': sshd does not start with this value; {problem}."
            : null;
    }
}
