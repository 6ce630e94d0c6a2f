namespace Veilor.Designer.Core.Values;

/// <summary>Reads text that the program itself trusts, such as literals and catalogue entries.</summary>
public static class TextValue
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">The text is not a value of the type; the message says why.</exception>
    public static T Parse<T>(string text)
        where T : ITextValue<T> =>
        T.TryParse(text, out var value, out var error) ? value : throw new FormatException($"{typeof(T).Name}: {error}");
}
