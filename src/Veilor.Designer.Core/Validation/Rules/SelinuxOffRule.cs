using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>With SELINUX=permissive nothing is refused, and with disabled no policy is loaded and new files lose their labels (selinux_config(5)).</summary>
public sealed class SelinuxOffRule() : BuildCommandRule("VD7052", DiagnosticSeverity.Warning, "The image switches SELinux off")
{
    /// <summary>The words, of which libselinux compares the beginning (selinux_config.c); with another the kernel stays permissive (load_policy.c).</summary>
    private static readonly string[] Modes = ["enforcing", "permissive", "disabled"];

    private const string File = "/etc/selinux/config";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Content.Find(DesignContent.OverlayFolder + SelinuxPolicyRule.Path) is { } file && SelinuxPolicyRule.Last(file, "SELINUX") is "disabled" or "permissive")
        {
            yield return ReportFile(SelinuxPolicyRule.Path, $"overlay/{SelinuxPolicyRule.Path} says SELINUX={SelinuxPolicyRule.Last(input.Content.Find(DesignContent.OverlayFolder + SelinuxPolicyRule.Path)!, "SELINUX")}, so nothing is confined on any machine with this image. enforcing is what the base has.");
        }
        else if (input.Content.Find(DesignContent.OverlayFolder + SelinuxPolicyRule.Path) is { } other && SelinuxPolicyRule.Last(other, "SELINUX") is { } mode && !Array.Exists(Modes, word => mode.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return ReportFile(SelinuxPolicyRule.Path, $"overlay/{SelinuxPolicyRule.Path}: SELINUX={StrayText.Shown(mode)} is no word that SELinux knows, so it loads its policy and refuses nothing. It has enforcing, permissive and disabled.");
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
