namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>A word of a line.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Column">Where it starts, from 1.</param>
internal sealed record ShellWord(string Text, int Column);
