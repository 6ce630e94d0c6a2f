using System.Runtime.InteropServices;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// The processes of one run, wherever they went. A process is the run's when it carries the run's environment variable, descends from
/// one that is, or is in the group or session of one that is. Once seen, it stays known: after podman has been killed, the process
/// inside its container belongs to init, has its own session and a clean environment, and could not be found any more.
/// </summary>
/// <remarks>Not safe for use by several threads.</remarks>
public sealed class RunProcesses(RunId run)
{
    /// <summary>The environment variable that marks every process of a run; its value is the run's id.</summary>
    public const string Marker = "VEILOR_RUN_ID";

    private readonly HashSet<ProcessIdentity> _known = [];
    private readonly HashSet<ProcessIdentity> _unmarked = [];
    private readonly string _assignment = $"{Marker}={run}";

    /// <summary>Looks again and gives the run's processes that are alive now.</summary>
    public IReadOnlyList<ProcessEntry> Refresh()
    {
        var all = ProcFileSystem.ReadAll();
        HashSet<int> ids = [.. _known.Select(identity => identity.Id)];
        List<ProcessEntry> found = [], rest = [];
        foreach (var process in all)
        {
            (process.Identity.Id != Environment.ProcessId && (_known.Contains(process.Identity) || IsMarked(process)) ? found : rest)
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
        return [.. found.Where(process => !process.IsZombie)];
    }

    /// <summary>Sends a signal to each of the run's processes. Groups are reached through their members.</summary>
    /// <returns>The processes that got it, or ended before they could.</returns>
    public IReadOnlyList<ProcessEntry> Send(Signal signal)
    {
        var processes = Refresh();
        foreach (var process in processes)
        {
            if (ProcFileSystem.Read(process.Identity.Id)?.Identity == process.Identity)
            {
                _ = Kill(process.Identity.Id, (int)signal);
            }
        }

        return processes;
    }

    /// <summary>An environment does not change after a program has started, but a fork shows its parent's until it starts its own.</summary>
    private bool IsMarked(ProcessEntry process)
    {
        if (_unmarked.Contains(process.Identity))
        {
            return false;
        }

        if (ProcFileSystem.HasEnvironment(process.Identity.Id, _assignment))
        {
            return true;
        }

        if (process.ParentId != Environment.ProcessId)
        {
            _unmarked.Add(process.Identity);
        }

        return false;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int id, int signal);
}
