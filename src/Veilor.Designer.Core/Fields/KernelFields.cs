using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>kernel</c>.</summary>
public static class KernelFields
{
    public static RecordField<KernelArgumentEntry> Arguments { get; } = new(
        "kernel.arguments", "Kernel arguments",
        "Arguments the image owns go to /usr/lib/bootc/kargs.d and follow its updates. Those the installer owns stay on the machine.",
        "argument",
        () => new KernelArgumentEntry(),
        item => item.Argument.ToString(),
        [
            new RecordColumn<KernelArgumentEntry, KernelArgument>(
                "argument", "Argument", "One argument, as on the kernel's command line.", Codecs.Value<KernelArgument>(),
                item => item.Argument, (item, value) => item with { Argument = value }, isRequired: true),
            new RecordColumn<KernelArgumentEntry, Architecture?>(
                "architecture", "Architecture", "The one architecture it is meant for.", PackagesFields.OptionalArchitecture,
                item => item.Architecture, (item, value) => item with { Architecture = value }),
            new RecordColumn<KernelArgumentEntry, ArgumentOwner>(
                "owner", "Owner", "Who writes it.", Owner,
                item => item.Owner, (item, value) => item with { Owner = value }),
        ],
        design => design.Kernel.Arguments,
        (design, value) => design with { Kernel = design.Kernel with { Arguments = value } },
        isInline: true,
        nameOf: item => item.Argument.ToString());

    public static ListField<KernelArgument> OptIn { get; } = new(
        "kernel.opt_in", "Arguments for single machines",
        "Arguments that can stop some machines from starting. They stay out of kargs.d; the image brings a program that switches them on and off on one machine.",
        Codecs.Value<KernelArgument>(),
        design => design.Kernel.OptIn,
        (design, value) => design with { Kernel = design.Kernel with { OptIn = value } });

    public static ListField<SysctlSetting> Sysctls { get; } = new(
        "kernel.sysctls", "Sysctl settings",
        "Written as key = value. They go to /usr/lib/sysctl.d, or to /etc/sysctl.d when tuned is enabled, which re-applies only that folder.",
        Codecs.Value<SysctlSetting>(),
        design => design.Kernel.Sysctls,
        (design, value) => design with { Kernel = design.Kernel with { Sysctls = value } },
        isOrdered: true,
        isLineEach: true);

    public static ListField<ModuleName> BlockedModules { get; } = new(
        "kernel.blocked_modules", "Blocked modules",
        "Modules that must not load. overlay, erofs and the drivers of the boot path can never be blocked: the image would not start.",
        Codecs.Value<ModuleName>(),
        design => design.Kernel.BlockedModules,
        (design, value) => design with { Kernel = design.Kernel with { BlockedModules = value } });

    private static ValueCodec<ArgumentOwner> Owner => Codecs.OneOf(
        (ArgumentOwner.Image, "", "image (kargs.d)"),
        (ArgumentOwner.Installer, "installer", "installer (stays on the machine)"));
}
