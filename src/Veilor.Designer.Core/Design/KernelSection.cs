using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Kernel arguments, sysctl settings and modules that must not load.</summary>
public sealed record KernelSection
{
    public EquatableArray<KernelArgumentEntry> Arguments { get; init; } = [];

    /// <summary>Arguments that can stop a boot: offered on each machine, never in kargs.d.</summary>
    public EquatableArray<KernelArgument> OptIn { get; init; } = [];

    public EquatableArray<SysctlSetting> Sysctls { get; init; } = [];

    public EquatableArray<ModuleName> BlockedModules { get; init; } = [];
}
