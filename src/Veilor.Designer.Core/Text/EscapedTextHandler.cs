using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// Builds a line from an interpolated string and escapes every hole, so that <c>TomlText.Line($"name = {value}")</c>
/// cannot inject. A hole stands for a whole word or string; it does not belong inside quotes of the literal part.
/// Other kinds of hole than the overloads here do not compile.
/// </summary>
/// <typeparam name="TEscaper">The language.</typeparam>
[InterpolatedStringHandler]
public readonly ref struct EscapedTextHandler<TEscaper>
    where TEscaper : IEscaper
{
    private readonly StringBuilder _text;

    public EscapedTextHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Appends the escaped value.</summary>
    /// <exception cref="ArgumentException">The language cannot write the value, or only over several lines.</exception>
    public void AppendFormatted(string value)
    {
        var escaped = TEscaper.Escape(value);
        if (escaped.Contains('\n', StringComparison.Ordinal))
        {
            throw new ArgumentException("A value with a line break does not fit on a line.", nameof(value));
        }

        _text.Append(escaped);
    }

    /// <summary>Appends the escaped canonical text of the value.</summary>
    public void AppendFormatted<T>(T value)
        where T : ITextValue<T> => AppendFormatted(value.ToString()!);

    public void AppendFormatted(Verbatim value) => _text.Append(value.Text);

    public void AppendFormatted(int value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(bool value) => _text.Append(value ? "true" : "false");

    public override string ToString() => _text.ToString();
}
