using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>New accounts start from /etc/xdg and /etc/skel; a theme that neither names is installed and not used (KDE, kconfig cascading).</summary>
public sealed class PlainDesktopRule() : DesignRule("VD7032", DiagnosticSeverity.Warning, "New users get the stock desktop")
{
    private static readonly string[] Themes = ["usr/share/plasma/look-and-feel/", "usr/share/plasma/desktoptheme/", "usr/share/plasma/shells/", "usr/share/color-schemes/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (OverlayFiles.Below(input.Content, Themes).Any() && !OverlayFiles.Below(input.Content, "etc/xdg/", "etc/skel/.config/").Any())
        {
            yield return Report(ContentFields.Files, "The overlay brings a Plasma theme, and no default names it, so new users get stock Plasma. Put kdeglobals and the like into overlay/etc/xdg, which updates too; /etc/skel reaches later accounts only.");
        }
    }
}
