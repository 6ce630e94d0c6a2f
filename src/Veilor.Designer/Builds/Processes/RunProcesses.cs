using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// The processes of one run, wherever they went. A process is the run's when it carries the run's environment variable, descends from
/// one that is, or is in the group or session of one that is. Once seen, it stays known: after podman has been killed, the process
/// inside its container belongs to init, has its own session and a clean environment, and could not be found any more.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="usesSudo">True when its processes are root's: what this program may not signal is signalled by <c>sudo -n kill</c>.</param>
/// <param name="adoption">Finds what shows nothing of the run, while its step runs; null when none does.</param>
/// <remarks>Not safe for use by several threads.</remarks>
public sealed class RunProcesses(RunId run, bool usesSudo = false, OrphanAdoption? adoption = null)
{
    /// <summary>The environment variable that marks every process of a run; its value is the run's id.</summary>
    public const string Marker = "VEILOR_RUN_ID";

    private const int NotPermitted = 1;

    private static readonly TimeSpan SudoPatience = TimeSpan.FromSeconds(2);

    private readonly HashSet<ProcessIdentity> _known = [];
    private readonly HashSet<ProcessIdentity> _unmarked = [];

    /// <summary>The run whose processes these are.</summary>
    public RunId Run => run;

    /// <summary>Every process that was ever seen, those included that have ended.</summary>
    public IReadOnlyCollection<ProcessIdentity> Known => _known;

    /// <summary>
    /// Counts processes as the run's without looking at them: those that an earlier server saw, and a step's first one, since the environment of
    /// sudo, which runs as root, cannot be read.
    /// </summary>
    public void Remember(IEnumerable<ProcessIdentity> processes) => _known.UnionWith(processes);

    /// <summary>Looks again and gives the run's processes that are alive now.</summary>
    public IReadOnlyList<ProcessEntry> Refresh()
    {
        var all = ProcFileSystem.ReadAll();
        var ids = KnownIds(all);
        List<ProcessEntry> found = [], rest = [];
        foreach (var process in all)
        {
            (process.Identity.Id != Environment.ProcessId
                && (_known.Contains(process.Identity) || IsMarked(process) || adoption?.IsFromStep(process) == true) ? found : rest)
                .Add(process);
        }

        ids.UnionWith(found.Select(process => process.Identity.Id));
        bool isGrowing;
        do
        {
            isGrowing = false;
            for (var i = rest.Count - 1; i >= 0; i--)
            {
                var process = rest[i];
                if (process.Identity.Id != Environment.ProcessId
                    && (ids.Contains(process.ParentId) || ids.Contains(process.GroupId) || ids.Contains(process.SessionId)))
                {
                    found.Add(process);
                    ids.Add(process.Identity.Id);
                    rest.RemoveAt(i);
                    isGrowing = true;
                }
            }
        }
        while (isGrowing);

        _known.UnionWith(found.Select(process => process.Identity));
        adoption?.Reap(all, _known.Contains);
        return [.. found.Where(process => !process.IsZombie && ProcFileSystem.IsAlive(process.Identity))];
    }

    /// <summary>
    /// Looks at what descends from the step's first process and at what this program has adopted, which costs a small part of
    /// <see cref="Refresh"/>.
    /// </summary>
    /// <returns>The processes that were not known before.</returns>
    public IReadOnlyList<ProcessIdentity> Follow()
    {
        if (adoption?.Leader is not { } leader)
        {
            return [];
        }

        List<ProcessIdentity> found = [];
        var next = new Stack<int>(ProcFileSystem.ReadChildren(leader.Id));
        foreach (var child in ProcFileSystem.ReadChildren(Environment.ProcessId))
        {
            if (child != leader.Id && ProcFileSystem.Read(child) is { } process && (_known.Contains(process.Identity) || IsMarked(process) || adoption.IsFromStep(process)))
            {
                next.Push(child);
            }
        }

        while (next.TryPop(out var id))
        {
            if (ProcFileSystem.Read(id) is { IsZombie: false } process)
            {
                if (_known.Add(process.Identity))
                {
                    found.Add(process.Identity);
                }

                foreach (var child in ProcFileSystem.ReadChildren(id))
                {
                    next.Push(child);
                }
            }
        }

        return found;
    }

    /// <summary>Sends a signal to each of the run's processes. Groups are reached through their members.</summary>
    /// <returns>The processes that got it, or ended before they could.</returns>
    public IReadOnlyList<ProcessEntry> Send(Signal signal)
    {
        var processes = Refresh();
        List<int> refused = [];
        foreach (var process in processes)
        {
            if (ProcFileSystem.Read(process.Identity.Id)?.Identity == process.Identity
                && Kill(process.Identity.Id, (int)signal) != 0
                && Marshal.GetLastPInvokeError() == NotPermitted)
            {
                refused.Add(process.Identity.Id);
            }
        }

        if (usesSudo && refused.Count > 0)
        {
            KillAsRoot(refused, signal);
        }

        return processes;
    }

    /// <summary>
    /// The ids by which groups and sessions of known processes are found. The kernel gives an id away again only when no group or session
    /// has it any more, so one that another process has now says nothing.
    /// </summary>
    private HashSet<int> KnownIds(IReadOnlyList<ProcessEntry> all)
    {
        HashSet<int> ids = [.. _known.Select(identity => identity.Id)];
        ids.ExceptWith(all.Where(process => !_known.Contains(process.Identity)).Select(process => process.Identity.Id));
        return ids;
    }

    /// <summary>An environment does not change after a program has started, but a fork shows its parent's until it starts its own.</summary>
    private bool IsMarked(ProcessEntry process)
    {
        if (_unmarked.Contains(process.Identity))
        {
            return false;
        }

        if (ProcFileSystem.FindEnvironment(process.Identity.Id, Marker) == run.Value)
        {
            return true;
        }

        if (process.ParentId != Environment.ProcessId)
        {
            _unmarked.Add(process.Identity);
        }

        return false;
    }

    private static void KillAsRoot(IEnumerable<int> ids, Signal signal)
    {
        try
        {
            var number = ((int)signal).ToString(CultureInfo.InvariantCulture);
            using var kill = Process.Start("sudo", ["-n", "kill", $"-{number}", .. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
            kill.WaitForExit(SudoPatience);
        }
        catch (Win32Exception)
        {
            // Without sudo there is nothing more to try; the ladder reports who is still alive.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int id, int signal);
}
