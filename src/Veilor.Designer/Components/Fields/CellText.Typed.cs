using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>A column of a table as text, by the codec of its values.</summary>
public sealed class CellText<TItem, T>(RecordColumn<TItem, T> column) : CellText<TItem>(column, InputKinds.Of(column.Codec))
{
    public override IReadOnlyList<(string Text, string Label)> Choices { get; } =
        [.. column.Codec.Choices.Select(choice => (choice.Text, choice.Label))];

    public override string Format(TItem item) => column.Codec.Format(column.Get(item));

    public override TextCheck Check(string text) => TextCheck.Of(column.Codec, text);

    public override TItem Set(TItem item, string text) =>
        column.Codec.TryParse(text, out var value, out var error) ? column.Set(item, value) : throw new FormatException(error);
}
