using System.Globalization;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// Notes on disk who works for a run, so that a later server finds what a killed one left: the process inside a container has neither the
/// run's environment nor, once podman has died, its parent. The file <c>trace</c> in the run's folder holds the machine's boot id, then a
/// line for each process (<c>p ID START</c>). Other lines are of earlier versions and mean nothing.
/// </summary>
/// <param name="BootId">From <c>/proc/sys/kernel/random/boot_id</c>: process ids and start times mean nothing after another start.</param>
/// <param name="Processes">Every process seen so far.</param>
public sealed record RunTrace(string BootId, IReadOnlyCollection<ProcessIdentity> Processes)
{
    private const string BootIdPath = "/proc/sys/kernel/random/boot_id";

    public static string CurrentBootId => File.ReadAllText(BootIdPath).Trim();

    /// <summary>Reads a run's trace; null when there is none, or it is of an earlier start of the machine.</summary>
    public static RunTrace? Read(string runFolder)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PathIn(runFolder));
        }
        catch (IOException)
        {
            return null;
        }

        if (lines.Length == 0 || lines[0] != CurrentBootId)
        {
            return null;
        }

        List<ProcessIdentity> processes = [];
        foreach (var line in lines.Skip(1))
        {
            if (line.Split(' ') is ["p", var id, var start] && int.TryParse(id, CultureInfo.InvariantCulture, out var number)
                && ulong.TryParse(start, CultureInfo.InvariantCulture, out var time))
            {
                processes.Add(new ProcessIdentity(number, time));
            }
        }

        return new RunTrace(lines[0], processes);
    }

    /// <summary>Replaces the run's trace in one step. A full disk keeps the old one: a trace is a help, not a promise.</summary>
    public void Write(string runFolder)
    {
        var temporary = PathIn(runFolder) + ".new";
        try
        {
            File.WriteAllLines(temporary, [BootId, .. Processes.Select(LineOf)]);
            File.Move(temporary, PathIn(runFolder), overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Adds processes to the run's trace.</summary>
    public static void Add(string runFolder, IEnumerable<ProcessIdentity> processes)
    {
        try
        {
            File.AppendAllLines(PathIn(runFolder), processes.Select(LineOf));
        }
        catch (IOException)
        {
            // A trace is a help: the next that is written whole has them too.
        }
    }

    private static string LineOf(ProcessIdentity process) => string.Create(CultureInfo.InvariantCulture, $"p {process.Id} {process.StartTime}");

    private static string PathIn(string runFolder) => Path.Combine(runFolder, "trace");
}
