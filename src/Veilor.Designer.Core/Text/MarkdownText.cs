namespace Veilor.Designer.Core.Text;

/// <summary>Text inside Markdown that must appear as it is.</summary>
public static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|!";

    /// <summary>Writes a line of text so that no character of it is markup.</summary>
    /// <exception cref="ArgumentException">The value is not one well-formed line.</exception>
    public static string Escape(string value)
    {
        UnicodeText.RequireOneLine(value, "A line of Markdown", allowTab: false);
        return string.Concat(value.Select(c => Special.Contains(c, StringComparison.Ordinal) ? "\\" + c : c.ToString()));
    }
}
