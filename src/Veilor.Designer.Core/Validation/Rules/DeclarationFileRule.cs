using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint reads the whole of tmpfiles.d and sysusers.d; a line it cannot parse ends the build, even for checks that only warn (lints.rs).</summary>
public sealed class DeclarationFileRule() : DesignRule("VD7024", DiagnosticSeverity.Error, "A tmpfiles.d or sysusers.d line cannot be read")
{
    private const string TemporaryTypes = "fFwdDevqQpLcbCxXrRzZtThHaA";
    private const string AccountTypes = "ugmr";

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Lines(input, TemporaryTypes, "usr/lib/tmpfiles.d/", "etc/tmpfiles.d/", (type, words) => words.Length >= 2 && words[1].StartsWith('/') || words.Length >= 2 && words[1].StartsWith('%'))
            .Concat(Lines(input, AccountTypes, "usr/lib/sysusers.d/", "etc/sysusers.d/", (type, words) => words.Length >= (type == 'm' ? 3 : 2)));

    private IEnumerable<Diagnostic> Lines(RuleInput input, string types, string first, string second, Func<char, string[], bool> isComplete)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, first, second).Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal)))
        {
            foreach (var line in OverlayFiles.Lines(file))
            {
                var words = line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                if (!types.Contains(words[0][0], StringComparison.Ordinal) || !isComplete(words[0][0], words))
                {
                    yield return ReportFile(path, $"overlay/{path}: '{(line.Length > 60 ? line[..60] + "…" : line)}' is not a line of this format. bootc container lint reads all of them and ends the build.");
                    break;
                }
            }
        }
    }
}
