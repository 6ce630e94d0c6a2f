using System.Runtime.InteropServices;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// While a step runs, this program becomes the parent of what loses its own among its descendants (<c>PR_SET_CHILD_SUBREAPER</c>, prctl(2)), in
/// init's place. So a daemon that has forked twice, has a session of its own and a cleared environment is found: it is a child that this program
/// has not started.
/// </summary>
/// <remarks>
/// Whose it is, is told by time and environment: it began after the step, and does not carry <see cref="RunProcesses.Marker"/> with another value.
/// What this program starts for other ends carries <see cref="NoRun"/>. Of two steps at once neither takes a process without a mark; there
/// are none in the product, where one build runs at a time. All members are safe for use by several threads.
/// </remarks>
public sealed class OrphanAdoption : IDisposable
{
    /// <summary>The value of <see cref="RunProcesses.Marker"/> for what this program starts and is no step of a run.</summary>
    public const string NoRun = "none";

    private const int SetChildSubreaper = 36;
    private const int NoHang = 1;

    private static readonly Lock Gate = new();
    private static readonly List<OrphanAdoption> Active = [];

    /// <summary>How long the runtime has to take note of a process that it has started, before it is taken for one that nobody waits for.</summary>
    private static readonly TimeSpan RuntimesTime = TimeSpan.FromSeconds(2);

    private readonly Dictionary<ProcessIdentity, long> _ended = [];
    private readonly TimeProvider _time;

    private OrphanAdoption(TimeProvider time) => _time = time;

    /// <summary>The step's first process, which this program has started itself; nothing is adopted before it is known.</summary>
    public ProcessIdentity? Leader { get; set; }

    /// <summary>Begins before the step's first process is started, and ends when this is disposed.</summary>
    public static OrphanAdoption Begin(TimeProvider time)
    {
        Environment.SetEnvironmentVariable(RunProcesses.Marker, NoRun);
        lock (Gate)
        {
            var adoption = new OrphanAdoption(time);
            Active.Add(adoption);
            _ = Prctl(SetChildSubreaper, 1, 0, 0, 0);
            return adoption;
        }
    }

    /// <summary>True for an adopted process without a mark that only this step can have made.</summary>
    public bool IsFromStep(ProcessEntry process)
    {
        if (Leader is not { } leader || process.ParentId != Environment.ProcessId || process.SessionId == OwnSession
            || process.Identity.StartTime < leader.StartTime)
        {
            return false;
        }

        lock (Gate)
        {
            if (Active.Count > 1)
            {
                return false;
            }
        }

        // One that has ended since it was seen shows no environment, whosever it was.
        return ProcFileSystem.FindEnvironment(process.Identity.Id, RunProcesses.Marker) is null && (process.IsZombie || ProcFileSystem.IsAlive(process.Identity));
    }

    /// <summary>
    /// Takes note of adopted processes that have ended, as a parent must: at once of the step's, and of others when the runtime, which does so for
    /// what it has started, has had its time.
    /// </summary>
    /// <param name="all">All processes as they are now.</param>
    /// <param name="isOfRun">True for those of the step's run.</param>
    public void Reap(IEnumerable<ProcessEntry> all, Func<ProcessIdentity, bool> isOfRun)
    {
        var ended = all.Where(process => process.IsZombie && process.ParentId == Environment.ProcessId && process.Identity != Leader)
            .Select(process => process.Identity).ToHashSet();
        foreach (var gone in _ended.Keys.Except(ended).ToList())
        {
            _ended.Remove(gone);
        }

        foreach (var process in ended)
        {
            _ended.TryAdd(process, _time.GetTimestamp());
            if (isOfRun(process) || _time.GetElapsedTime(_ended[process]) >= RuntimesTime)
            {
                _ = WaitPid(process.Id, IntPtr.Zero, NoHang);
            }
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (Active.Remove(this) && Active.Count == 0)
            {
                _ = Prctl(SetChildSubreaper, 0, 0, 0, 0);
            }
        }
    }

    private static int OwnSession { get; } = ProcFileSystem.Read(Environment.ProcessId)?.SessionId ?? 0;

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static extern int Prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static extern int WaitPid(int id, IntPtr status, int options);
}
