using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>What a text that is being added to a list amounts to.</summary>
/// <param name="Items">The values to add; empty with an error.</param>
/// <param name="Error">What is wrong; null when nothing is.</param>
public sealed record ListDraft<T>(EquatableArray<T> Items, string? Error)
{
    private static readonly char[] Separators = [' ', ',', ';', '\t', '\n', '\r'];

    /// <summary>
    /// Reads one value, or several parted by blanks, commas or lines when the text is not one value, as people paste
    /// the arguments of a dnf command.
    /// </summary>
    public static ListDraft<T> Read(ValueCodec<T> codec, string text, EquatableArray<T> present, string noun)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Wrong($"Type a {noun} first.");
        }

        if (codec.TryParse(text, out var single, out var error))
        {
            return present.IndexOf(single) >= 0 ? Wrong($"“{codec.Format(single)}” is in the list already.") : new([single], null);
        }

        var pieces = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2)
        {
            return Wrong(error);
        }

        var items = new List<T>(pieces.Length);
        foreach (var piece in pieces)
        {
            if (!codec.TryParse(piece, out var item, out _))
            {
                return Wrong(error);
            }

            if (present.IndexOf(item) < 0 && !items.Contains(item))
            {
                items.Add(item);
            }
        }

        return items.Count == 0 ? Wrong("All of these are in the list already.") : new(items.ToEquatableArray(), null);
    }

    private static ListDraft<T> Wrong(string error) => new([], error);
}
