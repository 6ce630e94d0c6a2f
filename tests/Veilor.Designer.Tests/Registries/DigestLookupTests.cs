using Veilor.Designer.Core.Values;
using Veilor.Designer.Registries;

namespace Veilor.Designer.Tests.Registries;

/// <summary>The look-up against small programs that answer as skopeo and podman do.</summary>
public sealed class DigestLookupTests : IDisposable
{
    private const string List = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string Own = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    private static readonly ImageReference Base = ImageReference.Parse("quay.io/fedora/fedora-bootc:43");

    private readonly string _folder = Directory.CreateTempSubdirectory("veilor-digest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Skopeo_is_asked_for_the_digest_of_the_tag()
    {
        var lookup = new DigestLookup(Program("skopeo", $"[ \"$*\" = 'inspect --no-tags --format {{{{.Digest}}}} docker://{Base}' ] && echo {List}"));

        var answer = await lookup.FindAsync(Base.WithDigest(Sha256Digest.Parse(Own)), TestContext.Current.CancellationToken);

        Assert.Null(answer.Trouble);
        Assert.Equal(List, $"sha256:{answer.Digest!.Hex}");
    }

    [Fact]
    public async Task The_last_line_of_what_skopeo_complains_of_is_told()
    {
        var lookup = new DigestLookup(Program("skopeo", "echo first >&2; echo 'manifest unknown' >&2; exit 1"));

        var answer = await lookup.FindAsync(Base, TestContext.Current.CancellationToken);

        Assert.Null(answer.Digest);
        Assert.EndsWith("manifest unknown", answer.Trouble, StringComparison.Ordinal);
        Assert.False(answer.NeedsDownload);
    }

    [Fact]
    public async Task Without_skopeo_the_download_is_offered_and_not_begun()
    {
        var lookup = new DigestLookup(Path.Combine(_folder, "missing"), Program("podman", "touch \"$0.called\""));

        var answer = await lookup.FindAsync(Base, TestContext.Current.CancellationToken);

        Assert.True(answer.NeedsDownload);
        Assert.False(File.Exists(Path.Combine(_folder, "podman.called")));
    }

    [Fact]
    public async Task Of_what_podman_knows_the_digest_of_all_architectures_is_taken()
    {
        var lookup = new DigestLookup("missing", Program("podman", $"case $1 in image) echo '{Own} quay.io/fedora/fedora-bootc@{List} quay.io/fedora/fedora-bootc@{Own}';; esac"));

        var answer = await lookup.DownloadAsync(Base, TestContext.Current.CancellationToken);

        Assert.Equal(List, $"sha256:{answer.Digest!.Hex}");
    }

    [Fact]
    public async Task An_image_for_one_architecture_has_one_digest()
    {
        var lookup = new DigestLookup("missing", Program("podman", $"case $1 in image) echo '{Own} quay.io/fedora/fedora-bootc@{Own}';; esac"));

        Assert.Equal(Own, $"sha256:{(await lookup.DownloadAsync(Base, TestContext.Current.CancellationToken)).Digest!.Hex}");
    }

    private string Program(string name, string body)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
