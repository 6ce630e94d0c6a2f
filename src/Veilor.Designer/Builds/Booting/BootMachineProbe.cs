using System.Globalization;
using Veilor.Designer.Core.Booting;

namespace Veilor.Designer.Builds.Booting;

/// <summary>Finds out what a virtual machine may have on this one.</summary>
public static class BootMachineProbe
{
    private const string KvmDevice = "/dev/kvm";
    private const int LeastMemoryMiB = 1024;
    private const int MostProcessors = 4;

    /// <summary>KVM where it may be used, up to half of the free memory, up to four processors.</summary>
    public static BootMachine Probe() => new(
        HasKvm(),
        Math.Clamp(FreeMemoryMiB() / 2, LeastMemoryMiB, BootMachine.WantedMemoryMiB),
        Math.Clamp(Environment.ProcessorCount, 1, MostProcessors));

    /// <summary>
    /// True when QEMU may use KVM here, and gains by it. The device alone does not say it: kernels offer it on processors without VT-x and AMD-V too (kvm-pvm), where a firmware's 16-bit code runs
    /// slower than with QEMU's own emulation (seen: no kernel after 150 s, against 57 s).
    /// </summary>
    public static bool HasKvm()
    {
        try
        {
            if (!File.ReadLines("/proc/cpuinfo").Where(line => line.StartsWith("flags", StringComparison.Ordinal)).Take(1)
                .Any(line => line.Split(' ').Any(flag => flag is "vmx" or "svm")))
            {
                return false;
            }

            using var device = new FileStream(KvmDevice, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>MemAvailable of proc(5), which is given in kB.</summary>
    private static int FreeMemoryMiB()
    {
        try
        {
            var line = File.ReadLines("/proc/meminfo").First(item => item.StartsWith("MemAvailable:", StringComparison.Ordinal));
            return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return LeastMemoryMiB;
        }
    }
}
