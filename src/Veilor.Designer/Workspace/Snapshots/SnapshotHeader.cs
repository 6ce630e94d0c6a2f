using System.Globalization;

namespace Veilor.Designer.Workspace.Snapshots;

/// <summary>
/// The first lines of a snapshot's file: comments with the name and the time. The rest is a <c>design.toml</c>, so a
/// snapshot is a design that every command reads.
/// </summary>
internal static class SnapshotHeader
{
    private const string NameMark = "# Snapshot: ";
    private const string TimeMark = "# Taken: ";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(string name, DateTimeOffset takenAt) =>
        $"{NameMark}{name}\n{TimeMark}{takenAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}\n";

    /// <summary>Reads name and time; null where the file does not say them, as after a copy by hand.</summary>
    public static (string? Name, DateTimeOffset? TakenAt) Read(TextReader reader)
    {
        string? name = null;
        DateTimeOffset? takenAt = null;
        while (reader.ReadLine() is ['#', ..] line)
        {
            if (line.StartsWith(NameMark, StringComparison.Ordinal) && line[NameMark.Length..].Trim() is var text && SnapshotName.Problem(text).Length == 0)
            {
                name = text;
            }
            else if (line.StartsWith(TimeMark, StringComparison.Ordinal)
                && DateTimeOffset.TryParseExact(line[TimeMark.Length..], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                takenAt = time;
            }
        }

        return (name, takenAt);
    }
}
