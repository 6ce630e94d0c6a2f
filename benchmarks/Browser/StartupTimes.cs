namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>One start: milliseconds from the start of the process, and bytes that came to the browser.</summary>
internal sealed record StartupTimes(double FirstAnswer, double Interactive, long TransferredBytes, long SocketBytes);
