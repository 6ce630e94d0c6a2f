namespace Veilor.Designer.Core.Validation;

/// <summary>Text of a file as a message shows it.</summary>
internal static class StrayText
{
    /// <summary>One line, blanks joined, no more than 60 characters.</summary>
    public static string Shown(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}
