namespace Veilor.Designer.Core.Text;

/// <summary>
/// Values of <c>key=value</c> files without any quoting, such as dnf's <c>.repo</c> files: the value is the rest
/// of the line without the blanks around it.
/// </summary>
public sealed class IniText : IEscaper
{
    private IniText()
    {
    }

    /// <summary>Gives the value back when the format can hold it.</summary>
    /// <exception cref="ArgumentException">The value starts or ends with a blank, or holds a control character or a line separator.</exception>
    public static string Value(string value)
    {
        UnicodeText.RequireOneLine(value, "A key=value file", allowTab: true);
        return value.Length == 0 || (!char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]))
            ? value
            : throw new ArgumentException("A value cannot start or end with a blank; readers drop it.", nameof(value));
    }

    /// <summary>A line with every hole checked as by <see cref="Value"/>.</summary>
    /// <exception cref="ArgumentException">A value cannot be written; see <see cref="Value"/>.</exception>
    public static string Line(EscapedTextHandler<IniText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Value(value);
}
