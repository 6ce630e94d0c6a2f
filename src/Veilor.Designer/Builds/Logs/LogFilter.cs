using System.Buffers;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Which lines of a log are shown.</summary>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Error">Lines of standard error.</param>
/// <param name="Notes">Lines of the build service itself.</param>
/// <param name="Least">Lines that sound less bad are left out.</param>
public sealed record LogFilter(bool Output = true, bool Error = true, bool Notes = true, LogSeverity Least = LogSeverity.Ordinary)
{
    /// <summary>Every line.</summary>
    public static LogFilter Everything { get; } = new();

    /// <summary>Finds the places where a line may sound bad enough, fast; <see cref="Sounds"/> then looks at the line. Null when all do.</summary>
    internal SearchValues<string>? Words => Least switch
    {
        LogSeverity.Ordinary => null,
        LogSeverity.Warning => WarningSearch,
        _ => ErrorSearch,
    };

    private static SearchValues<string> ErrorSearch { get; } = SearchValues.Create([.. ErrorWords.Errors], StringComparison.OrdinalIgnoreCase);

    private static SearchValues<string> WarningSearch { get; } =
        SearchValues.Create([.. ErrorWords.Errors, .. ErrorWords.Warnings], StringComparison.OrdinalIgnoreCase);

    /// <summary>True when no stream is left out.</summary>
    internal bool ShowsAllStreams => Output && Error && Notes;

    /// <summary>True when lines of this stream are shown.</summary>
    public bool Shows(LogStream stream) => stream switch
    {
        LogStream.Output => Output,
        LogStream.Error => Error,
        _ => Notes,
    };

    /// <summary>True when a line with this text, without escapes, sounds bad enough.</summary>
    public bool Sounds(string text) => Least switch
    {
        LogSeverity.Ordinary => true,
        LogSeverity.Warning => ErrorWords.ReadsLikeWarning(text),
        _ => ErrorWords.ReadsLikeError(text),
    };
}
