using System.Collections.Concurrent;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>The columns of tables as text. A column knows its value type, and only here is it asked for it.</summary>
public static class RecordCells
{
    private static readonly ConcurrentDictionary<object, object> Cache = new();

    public static IReadOnlyList<CellText<TItem>> Of<TItem>(RecordField<TItem> field)
        where TItem : class =>
        (IReadOnlyList<CellText<TItem>>)Cache.GetOrAdd(field, static key =>
            ((RecordField<TItem>)key).Columns.Select(Bind).ToList());

    /// <summary>One column by its name.</summary>
    public static CellText<TItem> Of<TItem>(RecordField<TItem> field, string column)
        where TItem : class =>
        Of(field).First(cell => string.Equals(cell.Column.Name, column, StringComparison.Ordinal));

    private static CellText<TItem> Bind<TItem>(RecordColumn<TItem> column) =>
        (CellText<TItem>)Activator.CreateInstance(
            typeof(CellText<,>).MakeGenericType(typeof(TItem), column.GetType().GetGenericArguments()[1]), column)!;
}
