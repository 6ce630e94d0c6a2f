using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/var, and with it the home directories, is unpacked at the first installation only (bootc, filesystem.md).</summary>
public sealed class HomeOverlayRule() : DesignRule("VD7003", DiagnosticSeverity.Warning, "Files in home directories do not update")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var file in input.Content.Below(DesignContent.OverlayFolder))
        {
            var path = file.Path[DesignContent.OverlayFolder.Length..];
            if (ForbiddenOverlayRule.Problem(input.Design, path) is null && IsInHome(path))
            {
                yield return ReportFile(path, $"overlay/{path} reaches a machine at its first installation only; updates do not bring it. Use /etc/skel, /etc/xdg or tmpfiles.d.");
            }
        }
    }

    private static bool IsInHome(string path) =>
        path.StartsWith("home/", StringComparison.Ordinal) || path.StartsWith("root/", StringComparison.Ordinal) || path.StartsWith("var/home/", StringComparison.Ordinal) || path.StartsWith("var/roothome/", StringComparison.Ordinal);
}
