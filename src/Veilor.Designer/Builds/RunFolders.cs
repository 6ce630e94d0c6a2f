using System.Text.Json;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>
/// The folder <c>runs/</c>: one folder a run with <c>run.json</c>, <c>bundle/</c>, <c>log.txt</c> and <c>log.index</c>. What is not
/// there does not exist: the history is read from here at each start.
/// </summary>
/// <param name="root">The folder <c>runs</c>; made when needed.</param>
/// <param name="logger">Told about folders that are passed over.</param>
public sealed class RunFolders(string root, ILogger<RunFolders> logger)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int MostAttempts = 100;

    private const int ReserveSize = 64 << 10;

    /// <summary>Locked by the program that may bring a deleted run back.</summary>
    private const string Deleter = "deleter";

    private const string AsidePrefix = ".deleted-";

    /// <summary>The folder <c>runs</c>.</summary>
    public string Root => root;

    public string FolderOf(RunId id) => Path.Combine(root, id.Value);

    public string BundleOf(RunId id) => Path.Combine(FolderOf(id), "bundle");

    /// <summary>What the run's steps make: results of checks, disk images, manifest.</summary>
    public string ArtifactsOf(RunId id) => Path.Combine(FolderOf(id), RunPaths.ArtifactsFolder);

    /// <summary>Makes the folder of a new run; the id moves on by a millisecond while it is taken.</summary>
    /// <param name="wanted">The id to start from.</param>
    /// <param name="previous">An id that the new one must come after.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public RunId Create(RunId wanted, RunId previous)
    {
        Directory.CreateDirectory(root);
        var id = wanted > previous ? wanted : previous.Next();
        while (Directory.Exists(FolderOf(id)))
        {
            id = id.Next();
        }

        Directory.CreateDirectory(FolderOf(id), OwnerOnly | UnixFileMode.UserExecute);
        return id;
    }

    /// <summary>Writes bundle and record, and sets a few kilobytes aside so that the record can be closed on a full disk.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public async Task LayDownAsync(BuildRun run, IReadOnlyList<BundleEntry> bundle, CancellationToken cancellation)
    {
        await BundleFolder.WriteAsync(BundleOf(run.Id), bundle, cancellation);
        Directory.CreateDirectory(ArtifactsOf(run.Id));
        await File.WriteAllBytesAsync(ReserveOf(run.Id), new byte[ReserveSize], cancellation);
        Save(run);
    }

    /// <summary>Replaces <c>run.json</c>. An ended run gives its reserved space back first.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; the old record is untouched.</exception>
    public void Save(BuildRun run)
    {
        if (run.IsEnded)
        {
            File.Delete(ReserveOf(run.Id));
        }

        DurableFile.Replace(RecordOf(run.Id), RunDocument.Write(run), OwnerOnly);
    }

    /// <summary>
    /// Takes the run for this program until the result is disposed, so that another one that starts meanwhile leaves it alone: the command line
    /// builds beside a server. The lock is the kernel's and ends with the process, however that ends.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IDisposable Hold(RunId id)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(OwnerOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < MostAttempts && File.Exists(OwnerOf(id)))
            {
                // Another program asks at this moment whether somebody holds it.
                Thread.Sleep(1);
            }
        }
    }

    /// <summary>Takes the turn to build in this workspace until the result is disposed; null while another program has it.</summary>
    public IDisposable? TryTakeTurn() => FolderLock.TryTake(root);

    /// <summary>Asks the program that holds the run to cancel it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void AskToCancel(RunId id) => File.WriteAllBytes(CancelOf(id), []);

    /// <summary>True when another program has asked for the run's end.</summary>
    public bool IsCancelAsked(RunId id) => File.Exists(CancelOf(id));

    /// <summary>When the run's record was last written, in UTC.</summary>
    public DateTime RecordTime(RunId id) => File.GetLastWriteTimeUtc(RecordOf(id));

    /// <summary>True when a program holds the run.</summary>
    public bool IsHeld(RunId id) => IsLocked(OwnerOf(id));

    private static bool IsLocked(string file)
    {
        try
        {
            if (File.Exists(file))
            {
                using var own = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            }

            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Removes what an unsuccessful <see cref="LayDownAsync"/> left.</summary>
    public void Discard(RunId id) => Directory.Delete(FolderOf(id), recursive: true);

    /// <summary>Moves a run's folder out of the history, in one step. No program deletes it until the result is disposed.</summary>
    /// <exception cref="IOException">The folder cannot be moved.</exception>
    public IDisposable SetAside(RunId id)
    {
        var hold = new FileStream(Path.Combine(FolderOf(id), Deleter), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1);
        try
        {
            Directory.Move(FolderOf(id), AsideOf(id));
            return hold;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Takes back <see cref="SetAside"/>.</summary>
    /// <exception cref="IOException">The folder cannot be moved.</exception>
    public void BringBack(RunId id)
    {
        Directory.Move(AsideOf(id), FolderOf(id));
        File.Delete(Path.Combine(FolderOf(id), Deleter));
    }

    /// <summary>Deletes what is set aside and may not be brought back any more, also what an earlier program set aside and did not come to delete.</summary>
    /// <returns>Names of folders that could not be deleted whole, with the reason: a builder that ran as root leaves files of root's.</returns>
    public IReadOnlyList<(string Run, string Problem)> Purge()
    {
        List<(string, string)> problems = [];
        if (!Directory.Exists(root))
        {
            return problems;
        }

        foreach (var folder in Directory.GetDirectories(root, AsidePrefix + "*").Where(folder => !IsLocked(Path.Combine(folder, Deleter))))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add((Path.GetFileName(folder)[AsidePrefix.Length..], exception.Message));
            }
        }

        return problems;
    }

    /// <summary>Reads every run, oldest first. Folders that hold no readable run are left alone and named in the server's log.</summary>
    public IReadOnlyList<BuildRun> ReadAll() => Read(_ => true);

    /// <summary>Reads the runs that a program holds now, this one or another: those that wait or run.</summary>
    public IReadOnlyList<BuildRun> ReadHeld() => Read(IsHeld);

    /// <summary>The ids of all runs that have a folder, oldest first.</summary>
    public IReadOnlyList<RunId> List() => [.. Ids().Select(item => item.Id)];

    /// <summary>Reads a run's record anew; null when there is none or it cannot be read.</summary>
    public BuildRun? TryRead(RunId id)
    {
        try
        {
            return RunDocument.Read(File.ReadAllBytes(RecordOf(id))) with { Id = id };
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private List<BuildRun> Read(Func<RunId, bool> isWanted)
    {
        List<BuildRun> runs = [];
        foreach (var (folder, id) in Ids().Where(item => isWanted(item.Id)))
        {
            try
            {
                runs.Add(RunDocument.Read(File.ReadAllBytes(RecordOf(id))) with { Id = id });
            }
            catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
            {
                BuildLogMessages.RunNotRead(logger, folder, exception.Message);
            }
        }

        return runs;
    }

    private IEnumerable<(string Folder, RunId Id)> Ids()
    {
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            if (RunId.TryParse(Path.GetFileName(folder), out var id))
            {
                yield return (folder, id);
            }
        }
    }

    /// <summary>When a run that has ended without a word last wrote to its log or its record.</summary>
    public DateTimeOffset LastSign(BuildRun run)
    {
        // A file that is not there has a time long ago.
        string[] files = [RecordOf(run.Id), LogFiles.TextPath(FolderOf(run.Id)), LogFiles.IndexPath(FolderOf(run.Id))];
        return files.Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file))).Append(run.Started ?? run.Created).Max();
    }

    private string AsideOf(RunId id) => Path.Combine(root, AsidePrefix + id.Value);

    private string RecordOf(RunId id) => Path.Combine(FolderOf(id), "run.json");

    private string CancelOf(RunId id) => Path.Combine(FolderOf(id), "cancel");

    private string OwnerOf(RunId id) => Path.Combine(FolderOf(id), "owner");

    private string ReserveOf(RunId id) => Path.Combine(FolderOf(id), "reserve");
}
