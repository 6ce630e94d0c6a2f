using System.Runtime.InteropServices;

namespace Veilor.Designer.Benchmarks.Compile;

/// <summary>
/// The processor time of this thread (clock_gettime(2), CLOCK_THREAD_CPUTIME_ID). Other programs on a busy machine
/// stretch the time on the wall; they hardly touch this one.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Microseconds that this thread has run.</summary>
    public static double Microseconds
    {
        get
        {
            if (GetTime(ThreadCpuTime, out var time) != 0)
            {
                throw new InvalidOperationException("The processor time of the thread cannot be read.");
            }

            return (time.Seconds * 1e6) + (time.Nanoseconds / 1e3);
        }
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
