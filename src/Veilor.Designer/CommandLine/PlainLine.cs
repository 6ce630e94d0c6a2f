namespace Veilor.Designer.CommandLine;

/// <summary>Text for one line of a terminal.</summary>
public static class PlainLine
{
    /// <summary>
    /// The text without control characters, so that nothing a design or a file name holds can end the line or
    /// command the terminal.
    /// </summary>
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(each => char.IsControl(each) ? '\uFFFD' : each)) : text;
}
