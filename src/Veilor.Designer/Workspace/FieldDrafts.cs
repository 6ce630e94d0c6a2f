namespace Veilor.Designer.Workspace;

/// <summary>
/// What a person has begun to type and what is not part of the design yet: a text that is not valid, the cells of a row
/// that is not complete, a value that is not added. It is kept for the tab, so that nothing is lost when another section
/// is opened in between or the page is loaded again.
/// </summary>
public sealed class FieldDrafts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private Action? _watcher;

    /// <summary>The texts by the id of their element.</summary>
    public IReadOnlyDictionary<string, string> Texts => new Dictionary<string, string>(_texts, StringComparer.Ordinal);

    /// <summary>Calls back whenever a text is kept or dropped, until the token is disposed.</summary>
    public IDisposable Watch(Action changed)
    {
        _watcher = changed;
        return new Token(this);
    }

    /// <summary>The text kept for the element with this id, or null.</summary>
    public string? Find(string id) => _texts.GetValueOrDefault(id);

    public void Keep(string id, string text)
    {
        _texts[id] = text;
        _watcher?.Invoke();
    }

    public void Drop(string id)
    {
        if (_texts.Remove(id))
        {
            _watcher?.Invoke();
        }
    }

    /// <summary>Drops all texts whose id starts with this.</summary>
    public void DropAll(string start)
    {
        var ids = _texts.Keys.Where(id => id.StartsWith(start, StringComparison.Ordinal)).ToList();
        ids.ForEach(id => _texts.Remove(id));
        if (ids.Count > 0)
        {
            _watcher?.Invoke();
        }
    }

    /// <summary>Takes texts that were kept before the page was loaded again. What has been typed since counts more.</summary>
    public void Restore(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (id, text) in texts)
        {
            _texts.TryAdd(id, text);
        }
    }

    private sealed class Token(FieldDrafts owner) : IDisposable
    {
        public void Dispose() => owner._watcher = null;
    }
}
