using System.Collections.Concurrent;
using System.Security.Cryptography;
using Veilor.Designer.Core.Manifests;

namespace Veilor.Designer.Builds.Findings;

/// <summary>
/// Compares files of runs with their checksums, one file at a time. Disks have gigabytes, so an answer is kept for as long as the file's size
/// and time stay.
/// </summary>
internal sealed class ProofChecker : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<(string Path, long Size, DateTime Written), string> _digests = new();

    /// <summary>Compares one file.</summary>
    /// <param name="artifacts">The run's folder <c>artifacts/</c>.</param>
    /// <param name="file">The file as <c>SHA256SUMS</c> has it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ProofState> CheckAsync(string artifacts, BuiltFile file, CancellationToken cancellation)
    {
        if (file.Sha256.Length == 0)
        {
            return ProofState.None;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            var found = new FileInfo(Path.Combine(artifacts, file.Path));
            if (!found.Exists)
            {
                return ProofState.Unreadable;
            }

            var key = (found.FullName, found.Length, found.LastWriteTimeUtc);
            if (!_digests.TryGetValue(key, out var digest))
            {
                await using var stream = found.OpenRead();
                _digests[key] = digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
            }

            return digest == file.Sha256 ? ProofState.Holds : ProofState.Differs;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ProofState.Unreadable;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
