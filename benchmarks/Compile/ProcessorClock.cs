using System.Runtime.InteropServices;

namespace Veilor.Designer.Benchmarks.Compile;

/// <summary>
/// Processor time (clock_gettime(2)). Other programs on a busy machine stretch the time on the wall; they hardly touch
/// this one.
/// </summary>
internal static partial class ProcessorClock
{
    private const int ProcessCpuTime = 2;
    private const int ThreadCpuTime = 3;

    /// <summary>Microseconds that this thread has run.</summary>
    public static double ThreadMicroseconds => Read(ThreadCpuTime);

    /// <summary>Microseconds that all threads of this process have run, those of the runtime too.</summary>
    public static double ProcessMicroseconds => Read(ProcessCpuTime);

    private static double Read(int clock)
    {
        if (GetTime(clock, out var time) != 0)
        {
            throw new InvalidOperationException("The processor time cannot be read.");
        }

        return (time.Seconds * 1e6) + (time.Nanoseconds / 1e3);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
