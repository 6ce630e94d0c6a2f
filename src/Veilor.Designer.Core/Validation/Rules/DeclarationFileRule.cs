using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint reads tmpfiles.d and /usr/lib/sysusers.d; a line it cannot parse ends the build, even for checks that only warn (bootc, lints.rs, crates/tmpfiles, crates/sysusers). Lines of no type are refused by systemd's own tools.</summary>
public sealed class DeclarationFileRule() : DesignRule("VD7024", DiagnosticSeverity.Error, "A tmpfiles.d or sysusers.d line cannot be read")
{
    private const string TemporaryTypes = "fFwdDevqQpLcbCxXrRzZtThHaAm";
    private const string AccountTypes = "ugmr";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "usr/lib/tmpfiles.d/", "etc/tmpfiles.d/", "usr/lib/sysusers.d/", "etc/sysusers.d/").Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal)))
        {
            if (Problem(path, file) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
        }
    }

    /// <summary>What is wrong with the file, as whole sentences; null when all of it is read.</summary>
    internal static string? Problem(string path, ContentFile file) =>
        file.ReadableText().Split('\n').Select(line => Lint(path, line.EndsWith('\r') ? line[..^1] : line)).FirstOrDefault(problem => problem is not null)
        ?? OverlayFiles.Lines(file).Select(line => Type(path, line)).FirstOrDefault(problem => problem is not null);

    private static string? Lint(string path, string line) =>
        path.Contains("/tmpfiles.d/", StringComparison.Ordinal) ? DeclarationLines.LintOfTmpfiles(line)
        : path.StartsWith("usr/lib/", StringComparison.Ordinal) ? DeclarationLines.LintOfSysusers(line)
        : null;

    private static string? Type(string path, string line)
    {
        var words = line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var isTemporary = path.Contains("/tmpfiles.d/", StringComparison.Ordinal);
        return isTemporary ? (TemporaryTypes.Contains(words[0][0], StringComparison.Ordinal) && words.Length > 1 && words[1].TrimStart('"', '\'') is ['/' or '%', ..] ? null : $"'{StrayText.Shown(line)}' is no line of tmpfiles.d, so systemd-tmpfiles passes over it.")
            : AccountTypes.Contains(words[0][0], StringComparison.Ordinal) && words.Length > (words[0][0] is 'm' ? 2 : 1) ? null
            : $"'{StrayText.Shown(line)}' is no line of sysusers.d. systemd-sysusers ends there and makes no account, of this file or another.";
    }
}
