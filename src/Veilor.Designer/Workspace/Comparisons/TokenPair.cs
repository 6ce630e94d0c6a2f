namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>Two subscriptions that end together.</summary>
internal sealed class TokenPair(IDisposable? first, IDisposable? second) : IDisposable
{
    public static TokenPair None { get; } = new(null, null);

    public void Dispose()
    {
        first?.Dispose();
        second?.Dispose();
    }
}
