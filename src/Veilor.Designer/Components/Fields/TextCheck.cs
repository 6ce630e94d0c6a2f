using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>The verdict on a text that is being typed.</summary>
/// <param name="Error">What is wrong and what is allowed; null for a valid text.</param>
/// <param name="Canonical">The text as the design will give it back; empty for an invalid one.</param>
public readonly record struct TextCheck(string? Error, string Canonical)
{
    public static TextCheck Wrong(string error) => new(Sentence(error), "");

    /// <summary>The text of a codec as a sentence of its own; in a file's problem it follows a colon.</summary>
    public static string Sentence(string error)
    {
        var text = error.Length > 0 ? char.ToUpperInvariant(error[0]) + error[1..] : error;
        return text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? text + "." : text;
    }

    /// <summary>Asks the codec, so that a form accepts exactly what <c>design.toml</c> accepts.</summary>
    public static TextCheck Of<T>(ValueCodec<T> codec, string text) =>
        codec.TryParse(text, out var value, out var error) ? new TextCheck(null, codec.Format(value)) : Wrong(error);
}
