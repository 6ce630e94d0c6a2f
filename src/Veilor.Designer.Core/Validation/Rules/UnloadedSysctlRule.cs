using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// Some settings exist only while a module is loaded, and systemd-sysctl runs once, early: what loads the module later finds the
/// kernel's defaults (sysctl.d(5), Examples; systemd-modules-load.service(8), modules_load=).
/// </summary>
public sealed class UnloadedSysctlRule() : DesignRule("VD4040", DiagnosticSeverity.Warning, "The setting comes before its module")
{
    private static readonly (string Path, string Module)[] Modules =
        [("net/bridge/", "br_netfilter"), ("net/netfilter/nf_conntrack", "nf_conntrack"), ("net/nf_conntrack_max", "nf_conntrack")];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.HasSmallBase())
        {
            yield break;
        }

        var loaded = Loaded(input);
        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            if (ModuleOf(setting) is { } module && !loaded.Contains(module))
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), $"'{setting}' {Explain(module)}", $"Load {module} early", design => Load(design, module));
            }
        }

        foreach (var (path, setting) in SysctlFiles.Of(input.Content).SelectMany(each => each.Settings.Select(setting => (each.Path, setting))).DistinctBy(each => (each.Path, ModuleOf(each.setting))))
        {
            if (ModuleOf(setting) is { } module && !loaded.Contains(module))
            {
                yield return Report(PathOf(path), $"overlay/{path}: '{setting}' {Explain(module)}", $"Load {module} early", design => Load(design, module));
            }
        }
    }

    private static string Explain(string module) =>
        $"exists only while the module {module} is loaded, and nothing loads that before systemd-sysctl runs: whoever loads it later finds the kernel's default. Load it early, by modules_load={module} or in overlay/usr/lib/modules-load.d.";

    private static string? ModuleOf(SysctlSetting setting) =>
        setting.Value is null ? null : Array.Find(Modules, each => setting.ProcPath.StartsWith(each.Path, StringComparison.Ordinal)).Module;

    private static HashSet<string> Loaded(RuleInput input) =>
        OverlayFiles.Below(input.Content, "usr/lib/modules-load.d/", "etc/modules-load.d/").SelectMany(each => OverlayFiles.Lines(each.File))
            .Concat(input.Design.Kernel.Arguments.Select(entry => entry.Argument).Concat(KargsFiles.Arguments(input.Content).Select(each => each.Argument))
                .Where(argument => argument.NormalizedKey is "modules_load" or "rd.modules_load" && argument.Value is not null)
                .SelectMany(argument => argument.Value!.Split(',')))
            .Select(name => name.Trim().Replace('-', '_'))
            .ToHashSet(StringComparer.Ordinal);

    private static ImageDesign Load(ImageDesign design, string module) =>
        KernelFields.Arguments.Put(design, new KernelArgumentEntry { Argument = KernelArgument.Parse($"modules_load={module}"), Owner = ArgumentOwner.Image });
}
