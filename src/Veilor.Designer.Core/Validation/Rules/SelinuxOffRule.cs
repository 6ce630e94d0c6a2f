using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>With SELINUX=permissive nothing is refused, and with disabled no policy is loaded and new files lose their labels (selinux_config(5)).</summary>
public sealed class SelinuxOffRule() : BuildCommandRule("VD7052", DiagnosticSeverity.Warning, "The image switches SELinux off")
{
    private const string File = "/etc/selinux/config";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Content.Find(DesignContent.OverlayFolder + SelinuxPolicyRule.Path) is { } file && SelinuxPolicyRule.Last(file, "SELINUX") is "disabled" or "permissive")
        {
            yield return ReportFile(SelinuxPolicyRule.Path, $"overlay/{SelinuxPolicyRule.Path} says SELINUX={SelinuxPolicyRule.Last(input.Content.Find(DesignContent.OverlayFolder + SelinuxPolicyRule.Path)!, "SELINUX")}, so nothing is confined on any machine with this image. enforcing is what the base has.");
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    private protected override string? Problem(BuildCommand command) =>
        command.Text.Contains(File, StringComparison.Ordinal) && command.Program is "sed" or "echo" or "printf" or "tee" && Mode(command.Text) is "disabled" or "permissive"
            ? $"sets SELINUX={Mode(command.Text)}, so nothing is confined on any machine with this image."
            : null;

    /// <summary>The word behind the last SELINUX= of the text, which is what a sed command writes.</summary>
    private static string? Mode(string text)
    {
        const string Key = "SELINUX=";
        var at = text.LastIndexOf(Key, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var end = at + Key.Length;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[(at + Key.Length)..end];
    }
}
