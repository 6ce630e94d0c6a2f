namespace Veilor.Designer.Core.Tests;

/// <summary>Generated text is not what its golden file says; the message shows the first differing lines.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
