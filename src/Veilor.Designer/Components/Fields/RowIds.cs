namespace Veilor.Designer.Components.Fields;

/// <summary>
/// Gives rows numbers that stay while their natural keys are being typed, so that a row that is renamed keeps its
/// elements and with them the keyboard's focus. The numbers live as long as the component and are never saved.
/// </summary>
public sealed class RowIds
{
    private List<(string Key, int Id)> _rows = [];
    private int _last;

    public int this[int index] => _rows[index].Id;

    /// <summary>Follows the rows to their new order and names. One new name in place of one that is gone is a renaming.</summary>
    public void Follow(IReadOnlyList<string> keys)
    {
        var known = _rows.ToDictionary(row => row.Key, row => row.Id, StringComparer.Ordinal);
        var gone = _rows.Where(row => !keys.Contains(row.Key, StringComparer.Ordinal)).ToList();
        var isRenaming = keys.Count == _rows.Count && gone.Count == 1;
        _rows = [.. keys.Select(key => (key, known.TryGetValue(key, out var id) ? id : isRenaming ? gone[0].Id : ++_last))];
    }
}
