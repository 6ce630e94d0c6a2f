using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Sudo;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sudo passes over files in /etc/sudoers.d with a dot in their name, and over the rest of a line that it cannot read, or refuses to work (sudoers(5); tried with visudo of sudo 1.9.13).</summary>
public sealed class SudoersRule() : DesignRule("VD7044", DiagnosticSeverity.Error, "sudo does not read the rules")
{
    private const string Folder = "etc/sudoers.d/";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, Folder, "etc/sudoers").Where(each => each.Path is "etc/sudoers" || each.Path.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (name[0] == '.' || name.StartsWith("README", StringComparison.Ordinal))
            {
                continue;
            }

            if (name.Contains('.', StringComparison.Ordinal) || name.EndsWith('~'))
            {
                yield return ReportFile(path, $"overlay/{path}: sudo passes over files with a dot in their name, or a tilde at its end. Name it {name.TrimEnd('~').Replace('.', '-')}.");
            }
            else if (SudoersFile.Fault(file.ReadableText()) is var (line, fault))
            {
                yield return ReportFile(path, $"overlay/{path}: '{StrayText.Shown(line)}' {fault}. sudo does not take the rule; visudo -cf tells the place.");
            }
        }
    }
}
