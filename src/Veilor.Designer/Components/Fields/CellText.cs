using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>A column of a table as text: what its cells show and how a typed text changes a row, whatever the value's type.</summary>
public abstract class CellText<TItem>
{
    private protected CellText(RecordColumn<TItem> column, InputKind kind)
    {
        Column = column;
        Kind = kind;
    }

    public RecordColumn<TItem> Column { get; }

    public InputKind Kind { get; }

    /// <summary>The texts and labels to choose from, for <see cref="InputKind.Choice"/>.</summary>
    public abstract IReadOnlyList<(string Text, string Label)> Choices { get; }

    /// <summary>The cell's text; empty for an unset value.</summary>
    public abstract string Format(TItem item);

    public abstract TextCheck Check(string text);

    /// <summary>The row with the cell set.</summary>
    /// <exception cref="FormatException">The text was not checked and is not valid.</exception>
    public abstract TItem Set(TItem item, string text);
}
