using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Which units start.</summary>
public sealed record ServicesSection
{
    public EquatableArray<UnitName> Enable { get; init; } = [];

    public EquatableArray<UnitName> Disable { get; init; } = [];

    /// <summary>Units that nothing may start.</summary>
    public EquatableArray<UnitName> Mask { get; init; } = [];

    /// <summary>The target booted into; null leaves the base's.</summary>
    public UnitName? DefaultTarget { get; init; }

    /// <summary>Whether sshd takes passwords; null leaves the image's setting, which takes them.</summary>
    public bool? SshPasswords { get; init; }

    public SshRootLogin SshRootLogin { get; init; }

    /// <summary>Whether sshd forwards ports, agents and displays; null leaves the image's setting, which does.</summary>
    public bool? SshForwarding { get; init; }

    /// <summary>The groups whose members may log in over SSH; empty lets everyone.</summary>
    public EquatableArray<UnixName> SshGroups { get; init; } = [];
}
