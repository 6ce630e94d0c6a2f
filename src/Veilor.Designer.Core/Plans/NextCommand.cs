namespace Veilor.Designer.Core.Plans;

/// <summary>A command that a person may want to run with what a build made.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Note">What to know before; empty when there is nothing.</param>
/// <param name="Command">Text for a POSIX shell.</param>
public sealed record NextCommand(string Title, string Note, string Command);
