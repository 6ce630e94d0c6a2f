namespace Veilor.Designer.Workspace;

/// <summary>What an operation on the designs folder gave: a value, or the reason why there is none.</summary>
/// <param name="Value">The value; null after a failure.</param>
/// <param name="Problem">What went wrong and what helps, in sentences; empty after a success.</param>
public sealed record LibraryResult<T>(T? Value, string Problem)
    where T : class
{
    public static LibraryResult<T> Of(T value) => new(value, "");

    public static LibraryResult<T> Failed(string problem) => new(null, problem);
}
