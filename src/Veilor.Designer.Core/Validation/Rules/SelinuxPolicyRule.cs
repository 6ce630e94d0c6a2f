using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd stops at a policy that it cannot load: "Failed to load SELinux policy. Freezing" (core/selinux-setup.c; selinux_config(5)).</summary>
public sealed class SelinuxPolicyRule() : DesignRule("VD7051", DiagnosticSeverity.Error, "SELinux has no such policy")
{
    internal const string Path = "etc/selinux/config";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Content.Find(DesignContent.OverlayFolder + Path) is { } file && Last(file, "SELINUXTYPE") is { Length: > 0 } type && Last(file, "SELINUX") is not ("disabled" or "permissive")
            && type is not "targeted" && !IsThere(input, type))
        {
            yield return ReportFile(Path, $"overlay/{Path}: SELINUXTYPE={StrayText.Shown(type)} names a policy that nothing here brings, and the machine stops at 'Failed to load SELinux policy'. Fedora's is targeted{(type is "minimum" or "mls" ? $"; {type} comes with selinux-policy-{type}" : "")}.");
        }
    }

    /// <summary>The value of a key; the last line counts (libselinux, selinux_config.c).</summary>
    internal static string? Last(ContentFile file, string key)
    {
        string? value = null;
        foreach (var line in OverlayFiles.Lines(file))
        {
            if (line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length && line[key.Length] is '=')
            {
                value = line[(key.Length + 1)..].Trim();
            }
        }

        return value;
    }

    private static bool IsThere(RuleInput input, string type) =>
        input.Design.Packages.Install.Any(package => package.ToString().StartsWith("selinux-policy-" + type, StringComparison.Ordinal))
        || OverlayFiles.Below(input.Content, $"etc/selinux/{type}/").Any()
        || BuildCommands.Of(input).Any(command => command.Text.Contains("selinux-policy", StringComparison.Ordinal));
}
