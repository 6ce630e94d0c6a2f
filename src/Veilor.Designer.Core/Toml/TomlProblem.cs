namespace Veilor.Designer.Core.Toml;

/// <summary>Why a file could not be read, and where.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record TomlProblem(int Line, int Column, string Message)
{
    public override string ToString() => $"line {Line}, column {Column}: {Message}";
}
