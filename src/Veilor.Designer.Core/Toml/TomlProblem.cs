namespace Veilor.Designer.Core.Toml;

/// <summary>Why a file could not be read, and where.</summary>
/// <param name="Line">1-based; 0 when no line is to blame, such as for a file that is not there.</param>
/// <param name="Column">1-based; 0 beside line 0.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record TomlProblem(int Line, int Column, string Message)
{
    /// <summary>The place in words; empty when no line is to blame.</summary>
    public string Place => Line == 0 ? "" : $"line {Line}, column {Column}";

    /// <summary>A problem of the file as a whole.</summary>
    public static TomlProblem OfFile(string message) => new(0, 0, message);

    public override string ToString() => Line == 0 ? Message : $"{Place}: {Message}";
}
