using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Boot splash and dracut settings are read from the initramfs, which the base built without them (bootc#1074).</summary>
public sealed class StaleInitramfsRule() : DesignRule("VD9020", DiagnosticSeverity.Warning, "The initramfs does not get the change")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var commands = BuildCommands.Of(input).ToList();
        if (input.Design.NeedsInitramfs() || commands.Exists(command => command.Is("dracut")))
        {
            yield break;
        }

        const string Why = "is read from the initramfs, and nothing rebuilds it. Set the theme in the section Branding, or run dracut for the image's kernel in a script.";
        foreach (var command in commands.Where(command => command.Is("plymouth-set-default-theme") || command.Text.Contains("/dracut.conf.d/", StringComparison.Ordinal)))
        {
            yield return Report(command.Path, $"{command.Place}: what '{command.Program}' sets {Why}");
        }

        foreach (var (path, _) in OverlayFiles.Below(input.Content, "etc/dracut.conf.d/", "usr/lib/dracut/", "usr/lib/ostree/prepare-root.conf", "etc/plymouth/"))
        {
            yield return Report(PathOf(path), $"overlay/{path} {Why}");
        }
    }
}
