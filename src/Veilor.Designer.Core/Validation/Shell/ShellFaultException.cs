namespace Veilor.Designer.Core.Validation.Shell;

/// <summary>Ends the reading of a shell text.</summary>
/// <param name="message">The fault, or nothing when the text is given up as too tangled.</param>
internal sealed class ShellFaultException(string message) : Exception(message);
