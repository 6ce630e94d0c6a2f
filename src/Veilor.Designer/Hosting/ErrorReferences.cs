using System.Globalization;

namespace Veilor.Designer.Hosting;

/// <summary>
/// Gives each unexpected error a short name that is shown to the person and written to the log, so that one finds
/// the other: the time of the start and a running number.
/// </summary>
public sealed class ErrorReferences(TimeProvider time)
{
    private readonly string _start = time.GetUtcNow().ToString("MMdd-HHmmss", CultureInfo.InvariantCulture);
    private int _count;

    public string Next() =>
        string.Create(CultureInfo.InvariantCulture, $"{_start}-{Interlocked.Increment(ref _count)}");
}
