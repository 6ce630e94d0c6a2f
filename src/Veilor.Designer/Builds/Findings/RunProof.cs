using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Findings;

/// <summary>
/// The proof of what a run has made: <c>SHA256SUMS</c> over every file in its <c>artifacts/</c>, and the list of them in the manifest. It is brought
/// up to date after each step, so that neither a report that comes late nor the end of the run is missed. A file that has not changed is hashed once.
/// </summary>
/// <param name="runFolder">The folder <c>runs/ID</c>.</param>
internal sealed class RunProof(string runFolder)
{
    private readonly string _artifacts = Path.Combine(runFolder, RunPaths.ArtifactsFolder);
    private readonly Dictionary<string, (DateTime Written, BuiltFile File)> _sealed = new(StringComparer.Ordinal);

    /// <summary>The manifest, once its step has made it; its list of files is kept up to date.</summary>
    public BuildManifest? Manifest { get; set; }

    /// <summary>Brings the proof up to date.</summary>
    /// <param name="isSettled">True for files that nobody writes any more; others are proven only when they were before.</param>
    /// <param name="cancellation">Gives up; what was proven stays so.</param>
    /// <returns>Files that this program may not read and that are not proven therefore.</returns>
    /// <exception cref="IOException">The disk is full or a file cannot be written.</exception>
    public async Task<IReadOnlyList<string>> SealAsync(Func<string, bool> isSettled, CancellationToken cancellation)
    {
        List<string> closed = [];
        var present = ArtifactFolder.Files(_artifacts);
        var gone = _sealed.Keys.Except(present, StringComparer.Ordinal).ToList();
        gone.ForEach(path => _sealed.Remove(path));
        var isChanged = gone.Count > 0;

        foreach (var path in present.Where(path => path is not (RunPaths.Checksums or RunPaths.Manifest)))
        {
            isChanged |= await SealAsync(path, isSettled, closed, cancellation);
        }

        if (Manifest is { } manifest && (isChanged || !_sealed.ContainsKey(RunPaths.Manifest)))
        {
            _sealed.Remove(RunPaths.Manifest);
            Replace(RunPaths.Manifest, (manifest with { Files = Files.ToEquatableArray(), PushedDigest = PushedDigest }).ToJson());
            isChanged |= await SealAsync(RunPaths.Manifest, _ => true, closed, cancellation);
        }

        if (isChanged)
        {
            Replace(RunPaths.Checksums, ArtifactFolder.Checksums(Files));
        }

        return closed;
    }

    private IEnumerable<BuiltFile> Files => _sealed.Values.Select(item => item.File).OrderBy(file => file.Path, StringComparer.Ordinal);

    private string PushedDigest => _sealed.ContainsKey(RunPaths.PushedDigest) ? File.ReadAllText(Path.Combine(_artifacts, RunPaths.PushedDigest)).Trim() : "";

    private async Task<bool> SealAsync(string path, Func<string, bool> isSettled, List<string> closed, CancellationToken cancellation)
    {
        var file = new FileInfo(Path.Combine(_artifacts, path));
        if (_sealed.TryGetValue(path, out var known) && known.Written == file.LastWriteTimeUtc && known.File.Size == file.Length)
        {
            return false;
        }

        if (!isSettled(path))
        {
            return _sealed.Remove(path);
        }

        try
        {
            _sealed[path] = (file.LastWriteTimeUtc, await ArtifactFolder.HashAsync(_artifacts, path, cancellation));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            closed.Add(path);
            return _sealed.Remove(path);
        }
    }

    /// <summary>In one step, so that nobody reads half a file; the draft lies outside the folder that is listed.</summary>
    private void Replace(string name, string text)
    {
        var draft = Path.Combine(runFolder, name + ".new");
        File.WriteAllText(draft, text);
        File.Move(draft, Path.Combine(_artifacts, name), overwrite: true);
    }
}
