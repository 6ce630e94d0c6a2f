namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>Reads a file that a kickstart includes. Core knows no file system, so who has one hands this in.</summary>
/// <param name="path">As the line names it.</param>
/// <param name="from">The file with the line, when it is itself an included one; null for the kickstart.</param>
public delegate IncludedFile IncludeReader(string path, string? from);
