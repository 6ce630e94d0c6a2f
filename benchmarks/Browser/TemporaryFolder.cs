namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>A folder that is gone after the benchmark.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("veilor-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
