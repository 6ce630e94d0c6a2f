using Veilor.Designer.Core.Booting;

namespace Veilor.Designer.Core.Plans;

/// <summary>What a plan must know of the machine it runs on.</summary>
/// <param name="Root">How root's rights are to be had.</param>
/// <param name="RootStorage">The folder of root's container storage; the builder reads it.</param>
/// <param name="UserId">The user that results are to belong to.</param>
/// <param name="GroupId">Their group.</param>
public sealed record BuildHost(RootAccess Root, string RootStorage, uint UserId, uint GroupId)
{
    /// <summary>The virtual machine that results are booted in.</summary>
    public BootMachine Machine { get; init; } = new(HasKvm: false, BootMachine.WantedMemoryMiB, Processors: 2);

    /// <summary>Where podman keeps root's images unless storage.conf says otherwise.</summary>
    public const string DefaultRootStorage = "/var/lib/containers/storage";

    /// <summary>True when this program's own podman is root's.</summary>
    public bool IsRoot => Root == RootAccess.IsRoot;
}
