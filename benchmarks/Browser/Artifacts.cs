using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>What <c>benchmarks/run</c> publishes before it starts a benchmark.</summary>
internal static class Artifacts
{
    public static string Designer { get; } = Repository.PathOf("benchmarks", "artifacts", "designer");

    public static string Echo { get; } = Repository.PathOf("benchmarks", "artifacts", "echo");

    public static string MemoryProbe { get; } = Repository.PathOf("benchmarks", "artifacts", "probe", "Veilor.Designer.Benchmarks.MemoryProbe.dll");
}
