namespace Veilor.Designer.Components.Preview;

/// <summary>The lines of one file that a field made, for the script of the page.</summary>
/// <param name="Path">The file.</param>
/// <param name="Count">How many lines.</param>
/// <param name="First">The row of the first one where the file is shown; −1 where it is not.</param>
/// <param name="View">The place where the file is shown; empty where it is not.</param>
public sealed record FieldLines(string Path, int Count, int First, string View);
