using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments come from kargs.d and titles from os-release; grub2-mkconfig and kernel-install have no part (bootupd, src/grub2).</summary>
public sealed class IgnoredFileRule() : DesignRule("VD7004", DiagnosticSeverity.Error, "The file has no effect on a bootc system")
{
    private static readonly string[] Ignored = ["etc/default/grub", "etc/kernel/cmdline", "usr/lib/kernel/cmdline"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var path in Ignored)
        {
            if (input.Content.Contains(DesignContent.OverlayFolder + path))
            {
                yield return Report(ContentFields.OverlayFrom.Path, $"overlay/{path} is not read on a bootc system. Kernel arguments belong into the section Hardening, names into the section Branding.");
            }
        }
    }
}
