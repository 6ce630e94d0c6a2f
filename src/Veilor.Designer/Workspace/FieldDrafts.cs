namespace Veilor.Designer.Workspace;

/// <summary>
/// What a person has begun to type and what is not part of the design yet: a text that is not valid, a row that is not
/// complete. It is kept for the tab, so that nothing is lost when another section is opened in between; the texts also
/// outlive a reload of the page.
/// </summary>
public sealed class FieldDrafts
{
    private readonly Dictionary<string, object> _drafts = new(StringComparer.Ordinal);
    private Action? _watcher;

    /// <summary>The texts by the id of their element.</summary>
    public IReadOnlyDictionary<string, string> Texts =>
        _drafts.Where(draft => draft.Value is string).ToDictionary(draft => draft.Key, draft => (string)draft.Value, StringComparer.Ordinal);

    /// <summary>Calls back whenever a text is kept or dropped, until the token is disposed.</summary>
    public IDisposable Watch(Action changed)
    {
        _watcher = changed;
        return new Token(this);
    }

    /// <summary>The draft kept for the element with this id; null when there is none of this kind.</summary>
    public T? Find<T>(string id) where T : class => _drafts.GetValueOrDefault(id) as T;

    public void Keep(string id, object draft)
    {
        _drafts[id] = draft;
        Tell(draft);
    }

    public void Drop(string id)
    {
        if (_drafts.Remove(id, out var draft))
        {
            Tell(draft);
        }
    }

    /// <summary>Takes texts that were kept before the page was loaded again. What has been typed since counts more.</summary>
    public void Restore(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (id, text) in texts)
        {
            _drafts.TryAdd(id, text);
        }
    }

    private void Tell(object draft)
    {
        if (draft is string)
        {
            _watcher?.Invoke();
        }
    }

    private sealed class Token(FieldDrafts owner) : IDisposable
    {
        public void Dispose() => owner._watcher = null;
    }
}
