using System.Text.Json;

namespace Veilor.Designer.Builds;

/// <summary>How many ended runs of each design are kept, as <c>runs/retention.json</c> says. Without the file all are.</summary>
/// <remarks>
/// Builds that succeeded, those that did not, and boots are counted each on their own: neither a failure nor a boot pushes out the build
/// whose disk is in use.
/// </remarks>
/// <param name="KeepForDesign">The newest so many stay, at least 1; null keeps all.</param>
public sealed record RunRetention(int? KeepForDesign = null)
{
    private const string FileName = "retention.json";

    /// <summary>The runs that are too many: ended ones of a design beyond the newest of their kind.</summary>
    /// <param name="runs">All runs, newest first.</param>
    public IReadOnlyList<BuildRun> Superfluous(IEnumerable<BuildRun> runs) => KeepForDesign is not { } keep
        ? []
        : [.. runs
            .Where(run => run.IsEnded)
            .GroupBy(run => (run.DesignSlug, run.IsBoot, HasBuilt: !run.IsBoot && run.State == RunState.Succeeded))
            .SelectMany(kind => kind.Skip(Math.Max(1, keep)))];

    /// <summary>Reads the setting; a file that cannot be read keeps all, so that nothing is deleted by mistake.</summary>
    internal static RunRetention Read(string runsFolder)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRetention>(File.ReadAllBytes(Path.Combine(runsFolder, FileName)), JsonSerializerOptions.Web) ?? new();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return new();
        }
    }

    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal void Write(string runsFolder)
    {
        Directory.CreateDirectory(runsFolder);
        DurableFile.Replace(
            Path.Combine(runsFolder, FileName),
            JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web),
            UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
