namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>All starts of one page; bytes are medians.</summary>
internal sealed record StartupResult(Quantiles FirstAnswer, Quantiles Interactive, long TransferredBytes, long SocketBytes);
