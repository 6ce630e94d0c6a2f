namespace Veilor.Designer.Components.Layout;

/// <summary>
/// Says in words what a key has just done where the change itself is somewhere else on the page: to those who hear the
/// page instead of seeing it. One for each tab.
/// </summary>
public sealed class Announcer
{
    private Action<string>? _listener;

    /// <summary>Gives every text to the listener until the token is disposed.</summary>
    public IDisposable Listen(Action<string> listener)
    {
        _listener = listener;
        return new Token(this);
    }

    public void Say(string text) => _listener?.Invoke(text);

    private sealed class Token(Announcer owner) : IDisposable
    {
        public void Dispose() => owner._listener = null;
    }
}
