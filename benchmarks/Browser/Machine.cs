using System.Globalization;
using System.Runtime.InteropServices;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>What the machine is and how busy it was, in general words.</summary>
internal sealed record Machine(int Cores, long MemoryGibibytes, string Runtime, string LoadAverage)
{
    public static Machine Now() => new(
        Environment.ProcessorCount,
        (long)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30)),
        RuntimeInformation.FrameworkDescription,
        File.ReadAllText("/proc/loadavg").Split(' ')[0].ToString(CultureInfo.InvariantCulture));
}
