using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Registries;

/// <summary>
/// Asks a registry for the digest behind a tag, when somebody says so and never by itself: with skopeo, which reads the
/// manifest alone, or with podman, which must download the image that a build needs anyway. Of an image for several
/// architectures it is the digest of the whole list, so that it fits each of them.
/// </summary>
/// <param name="skopeo">The program skopeo, looked up on PATH.</param>
/// <param name="podman">The program podman, looked up on PATH.</param>
public sealed class DigestLookup(string skopeo = "skopeo", string podman = "podman")
{
    private static readonly TimeSpan QuickPatience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan DownloadPatience = TimeSpan.FromMinutes(60);

    /// <summary>Asks with skopeo. Trouble is part of the answer; only a cancelled call throws.</summary>
    public async Task<DigestAnswer> FindAsync(ImageReference reference, CancellationToken cancellation)
    {
        var result = await RunAsync(skopeo, ["inspect", "--no-tags", "--format", "{{.Digest}}", $"docker://{reference.WithDigest(null)}"], QuickPatience, cancellation);
        return result is null
            ? new DigestAnswer(null, "skopeo is not installed. podman can find the digest too: it downloads the base, some gigabytes that a build needs anyway.", NeedsDownload: true)
            : Read(result, result.StandardOutput.Trim());
    }

    /// <summary>Downloads the image with podman and reads its digest.</summary>
    public async Task<DigestAnswer> DownloadAsync(ImageReference reference, CancellationToken cancellation)
    {
        var name = reference.WithDigest(null).ToString();
        var pull = await RunAsync(podman, ["pull", "--quiet", name], DownloadPatience, cancellation);
        if (pull is null)
        {
            return new DigestAnswer(null, "Neither skopeo nor podman is installed.");
        }

        if (pull.ExitCode != 0)
        {
            return Read(pull, "");
        }

        var inspect = await RunAsync(podman, ["image", "inspect", "--format", "{{.Digest}}{{range .RepoDigests}} {{.}}{{end}}", name], QuickPatience, cancellation);
        return inspect is null ? new DigestAnswer(null, "podman is gone.") : Read(inspect, OfList(inspect.StandardOutput.Trim()));
    }

    /// <summary>podman keeps the digest of the image for this machine and, where there is one, that of the list of all architectures; the list is wanted.</summary>
    private static string OfList(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = words.FirstOrDefault("");
        return words.Skip(1).Select(word => word[(word.LastIndexOf('@') + 1)..]).FirstOrDefault(digest => !string.Equals(digest, own, StringComparison.Ordinal), own);
    }

    private static DigestAnswer Read(BufferedCommandResult result, string text) =>
        result.ExitCode == 0 && Sha256Digest.TryParse(text, out var digest, out _)
            ? new DigestAnswer(digest, null)
            : new DigestAnswer(null, result.StandardError.Trim() is { Length: > 0 } error ? $"The registry was asked in vain: {error.Split('\n')[^1].Trim()}" : "The registry gave no digest.");

    private static async Task<BufferedCommandResult?> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            return await Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token);
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new BufferedCommandResult(1, DateTimeOffset.MinValue, DateTimeOffset.MinValue, "", $"no answer within {patience.TotalMinutes:0} minutes");
        }
    }
}
