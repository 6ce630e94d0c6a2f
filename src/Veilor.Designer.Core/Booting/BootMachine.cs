namespace Veilor.Designer.Core.Booting;

/// <summary>The virtual machine that things are booted in.</summary>
/// <param name="HasKvm">True when /dev/kvm may be used; otherwise the processor is emulated in software.</param>
/// <param name="MemoryMiB">Its memory.</param>
/// <param name="Processors">Its processors.</param>
public sealed record BootMachine(bool HasKvm, int MemoryMiB, int Processors)
{
    /// <summary>What an ordinary desktop image needs.</summary>
    public const int WantedMemoryMiB = 4096;
}
