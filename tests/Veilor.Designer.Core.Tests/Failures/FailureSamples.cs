namespace Veilor.Designer.Core.Tests.Failures;

/// <summary>
/// Texts of failures: what the real tool printed when it was made to fail (<c>produced</c>), what the stand-in printed (<c>stand-in</c>),
/// or what the tool's source or documentation says it prints (<c>document</c>). <c>origins.tsv</c> says which is which.
/// </summary>
internal static class FailureSamples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Failures");

    /// <summary>Failure id and where its text comes from.</summary>
    public static IReadOnlyDictionary<string, string> Origins { get; } = File.ReadAllLines(Path.Combine(Folder, "origins.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    public static string[] Lines(string id) => File.ReadAllLines(Path.Combine(Folder, "samples", id + ".txt"));
}
