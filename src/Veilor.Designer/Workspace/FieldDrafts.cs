namespace Veilor.Designer.Workspace;

/// <summary>
/// What a person has begun to type and what is not part of the design yet: a text that is not valid, the cells of a row
/// that is not complete, a value that is not added. It is kept for the tab, so that nothing is lost when another section
/// is opened in between or the page is loaded again.
/// </summary>
public sealed class FieldDrafts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly List<Action> _watchers = [];

    /// <summary>The texts by the id of their element.</summary>
    public IReadOnlyDictionary<string, string> Texts => new Dictionary<string, string>(_texts, StringComparer.Ordinal);

    /// <summary>The texts that the person has gone away from, by the id of their element: those that are judged.</summary>
    public IEnumerable<KeyValuePair<string, string>> Left => _texts.Where(text => _left.Contains(text.Key));

    /// <summary>Calls back whenever a text is kept, left or dropped, until the token is disposed.</summary>
    public IDisposable Watch(Action changed)
    {
        _watchers.Add(changed);
        return new Token(this, changed);
    }

    /// <summary>The text kept for the element with this id, or null.</summary>
    public string? Find(string id) => _texts.GetValueOrDefault(id);

    public void Keep(string id, string text)
    {
        _texts[id] = text;
        Notify();
    }

    /// <summary>The person has gone away from the element; what is kept for it, if anything, is judged from now on.</summary>
    public void Leave(string id)
    {
        if (_texts.ContainsKey(id) && _left.Add(id))
        {
            Notify();
        }
    }

    public void Drop(string id)
    {
        _left.Remove(id);
        if (_texts.Remove(id))
        {
            Notify();
        }
    }

    /// <summary>Drops all texts whose id starts with this.</summary>
    public void DropAll(string start)
    {
        var ids = _texts.Keys.Where(id => id.StartsWith(start, StringComparison.Ordinal)).ToList();
        ids.ForEach(id => _texts.Remove(id));
        _left.ExceptWith(ids);
        if (ids.Count > 0)
        {
            Notify();
        }
    }

    /// <summary>Takes texts that were kept before the page was loaded again. What has been typed since counts more.</summary>
    public void Restore(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (id, text) in texts)
        {
            if (_texts.TryAdd(id, text))
            {
                _left.Add(id);
            }
        }

        Notify();
    }

    private void Notify()
    {
        foreach (var watcher in _watchers.ToArray())
        {
            watcher();
        }
    }

    private sealed class Token(FieldDrafts owner, Action watcher) : IDisposable
    {
        public void Dispose() => owner._watchers.Remove(watcher);
    }
}
