namespace Veilor.Designer.Core.Text;

/// <summary>
/// Plain text in systemd unit files, such as <c>Description=</c>: a percent sign is doubled, because systemd
/// expands specifiers (systemd.unit(5)). Command lines (<c>ExecStart=</c>) have further rules and are not written here.
/// </summary>
public sealed class UnitText : IEscaper
{
    private UnitText()
    {
    }

    /// <summary>Writes a value for the rest of a line.</summary>
    /// <exception cref="ArgumentException">The value holds a control character, starts or ends with a blank, or ends with a backslash, which would join the next line.</exception>
    public static string Escape(string value)
    {
        var checkedValue = IniText.Value(value);
        return checkedValue.EndsWith('\\')
            ? throw new ArgumentException("A value cannot end with a backslash; systemd would join the next line to it.", nameof(value))
            : checkedValue.Replace("%", "%%", StringComparison.Ordinal);
    }

    /// <summary>A line with every hole written as by <see cref="Escape"/>.</summary>
    /// <exception cref="ArgumentException">A value cannot be written; see <see cref="Escape"/>.</exception>
    public static string Line(EscapedTextHandler<UnitText> line) => line.ToString();
}
