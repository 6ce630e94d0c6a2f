using System.Collections.Immutable;

namespace Veilor.Designer.Workspace;

/// <summary>Callbacks that are told of a change. They look up what is new themselves, so the order of two notices does not matter.</summary>
public sealed class Subscriptions
{
    private ImmutableArray<Token> _tokens = [];

    public int Count => _tokens.Length;

    /// <summary>Calls <paramref name="changed"/> after each change until the token is disposed.</summary>
    public IDisposable Add(Action changed)
    {
        var token = new Token(this, changed);
        ImmutableInterlocked.Update(ref _tokens, static (tokens, added) => tokens.Add(added), token);
        return token;
    }

    /// <summary>Tells everyone, on the caller's thread. No lock may be held.</summary>
    public void Notify()
    {
        foreach (var token in _tokens)
        {
            token.Changed();
        }
    }

    private sealed class Token(Subscriptions owner, Action changed) : IDisposable
    {
        public Action Changed { get; } = changed;

        public void Dispose() =>
            ImmutableInterlocked.Update(ref owner._tokens, static (tokens, removed) => tokens.Remove(removed), this);
    }
}
