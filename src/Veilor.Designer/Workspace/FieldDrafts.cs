namespace Veilor.Designer.Workspace;

/// <summary>
/// What a person has begun to type and what is not part of the design yet: a text that is not valid, a row that is not
/// complete. It is kept for the tab, so that nothing is lost when another section is opened in between.
/// </summary>
public sealed class FieldDrafts
{
    private readonly Dictionary<string, object> _drafts = new(StringComparer.Ordinal);

    /// <summary>The draft kept for the element with this id; null when there is none of this kind.</summary>
    public T? Find<T>(string id) where T : class => _drafts.GetValueOrDefault(id) as T;

    public void Keep(string id, object draft) => _drafts[id] = draft;

    public void Drop(string id) => _drafts.Remove(id);
}
