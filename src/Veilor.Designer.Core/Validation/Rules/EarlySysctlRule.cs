using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Files apply in the order of their names; systemd's 50-default.conf and 50-coredump.conf overwrite what comes earlier (sysctl.d(5)).</summary>
public sealed class EarlySysctlRule() : DesignRule("VD7009", DiagnosticSeverity.Warning, "A sysctl file is overwritten")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, _) in OverlayFiles.Below(input.Content, "usr/lib/sysctl.d/", "etc/sysctl.d/"))
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (string.CompareOrdinal(name, "50-default.conf") < 0)
            {
                yield return Report(PathOf(path), $"overlay/{path} sorts before systemd's 50-default.conf, which overwrites kernel.sysrq, fs.suid_dumpable, rp_filter and others. Give it a name from 60- on.");
            }
        }
    }
}
