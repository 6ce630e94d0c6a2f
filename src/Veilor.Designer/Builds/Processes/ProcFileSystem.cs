using System.Globalization;
using System.Text;

namespace Veilor.Designer.Builds.Processes;

/// <summary>Reads the machine's processes from <c>/proc</c>. Processes that end meanwhile are left out.</summary>
public static class ProcFileSystem
{
    /// <summary>Every process that is visible to this user.</summary>
    public static IReadOnlyList<ProcessEntry> ReadAll()
    {
        List<ProcessEntry> processes = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Read(id) is { } process)
            {
                processes.Add(process);
            }
        }

        return processes;
    }

    /// <summary>The ids of a process's children; none when it has ended, or the kernel does not list them (CONFIG_PROC_CHILDREN).</summary>
    public static IReadOnlyList<int> ReadChildren(int id)
    {
        List<int> children = [];
        try
        {
            // A child belongs to the thread that made it.
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/task"))
            {
                var text = File.ReadAllText(Path.Combine(thread, "children"));
                children.AddRange(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture)));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return children;
        }

        return children;
    }

    /// <summary>One process, or null when there is none with this id.</summary>
    public static ProcessEntry? Read(int id)
    {
        if (ReadBytes(id, "stat") is not { } bytes)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        var fields = text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ProcessEntry(
            new ProcessIdentity(id, ulong.Parse(fields[19], CultureInfo.InvariantCulture)),
            text[(open + 1)..close],
            fields[0] is "Z" or "X",
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            int.Parse(fields[2], CultureInfo.InvariantCulture),
            int.Parse(fields[3], CultureInfo.InvariantCulture));
    }

    /// <summary>False for one that has ended, also when its parent has not taken note of it yet.</summary>
    public static bool IsAlive(ProcessIdentity process) => Read(process.Id) is { IsZombie: false } now && now.Identity == process;

    /// <summary>The value of a variable of the environment that the process was started with; null when it has none, or it may not be read.</summary>
    public static string? FindEnvironment(int id, string name)
    {
        var rest = (ReadBytes(id, "environ") ?? []).AsSpan();
        var wanted = Encoding.UTF8.GetBytes(name + '=').AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)0);
            var variable = end < 0 ? rest : rest[..end];
            if (variable.StartsWith(wanted))
            {
                return Encoding.UTF8.GetString(variable[wanted.Length..]);
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return null;
    }

    /// <summary>The process's argument vector; empty when it has none or has ended.</summary>
    public static IReadOnlyList<string> ReadArguments(int id) =>
        ReadBytes(id, "cmdline") is { } bytes ? Encoding.UTF8.GetString(bytes).TrimEnd('\0').Split('\0') : [];

    private static byte[]? ReadBytes(int id, string file)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
