using System.Globalization;
using System.Text;
using CsCheck;
using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Core.Tests.Bundles;

public sealed class BundleArchiveTests : IDisposable
{
    private static readonly BundleEntry[] Entries =
    [
        Entry("README.md", "read me\n"),
        Entry("scripts/build.sh", "#!/bin/sh\n", isExecutable: true),
        Entry("rootfs/etc/hostname", "veilor\n"),
        Entry("rootfs/etc/empty", ""),
        Entry("assets/ü 漢 😀.txt", "unicode"),
        Entry(".github/workflows/build-bootc-iso.yml", "name: x\n"),
        Entry($"long/{string.Join('/', Enumerable.Repeat("part-of-a-long-path", 12))}/file", new string('x', 100_000)),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("veilor-bundle-").FullName;

    public static TheoryData<string> Formats => ["zip", "tar.gz"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_entries_give_the_same_bytes_in_any_order_and_to_any_stream(string format)
    {
        var first = Archive(format, Entries);
        Assert.Equal(first, Archive(format, [.. Entries.Reverse()]));
        using (var file = File.Create(Path.Combine(_folder, "archive")))
        {
            WriteTo(format, Entries, file);
        }

        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_folder, "archive")));
        Assert.NotEqual(first, Archive(format, Entries[1..]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Entries_are_read_back(string format)
    {
        var result = ReadFrom(format, Archive(format, Entries));
        Assert.True(result.IsSuccess, result.Error);
        Assert.Equal(Describe(Entries), Describe(result.Entries), StringComparer.Ordinal);
    }

    [Fact]
    public void Unzip_keeps_contents_and_modes()
    {
        var file = Path.Combine(_folder, "bundle.zip");
        File.WriteAllBytes(file, Archive("zip", Entries));
        ExternalProgram.Run("unzip", "-q", file, "-d", Path.Combine(_folder, "out"));
        AssertUnpacked(Path.Combine(_folder, "out"));
        Assert.DoesNotContain("bundle/", ExternalProgram.Run("unzip", "-Z1", file), StringComparison.Ordinal);
    }

    [Fact]
    public void Tar_keeps_contents_and_modes()
    {
        var file = Path.Combine(_folder, "bundle.tar.gz");
        File.WriteAllBytes(file, Archive("tar.gz", Entries));
        Directory.CreateDirectory(Path.Combine(_folder, "out"));
        ExternalProgram.Run("tar", "-xpzf", file, "-C", Path.Combine(_folder, "out"));
        AssertUnpacked(Path.Combine(_folder, "out"));
    }

    [Fact]
    public void Python_sees_nothing_that_varies_in_a_zip()
    {
        const string Script =
            """
            import sys, zipfile
            for e in zipfile.ZipFile(sys.argv[1]).infolist():
                print(e.create_system, oct(e.external_attr >> 16), *e.date_time, len(e.extra), e.comment)
            """;
        var file = Path.Combine(_folder, "bundle.zip");
        File.WriteAllBytes(file, Archive("zip", Entries));
        Assert.Equal(
            ["3 0o100644 1980 1 1 0 0 0 0 b''", "3 0o100755 1980 1 1 0 0 0 0 b''"],
            ExternalProgram.Run("python3", "-c", Script, file).TrimEnd().Split('\n').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Python_sees_nothing_that_varies_in_a_tar()
    {
        const string Script =
            """
            import sys, tarfile
            for e in tarfile.open(sys.argv[1]):
                print(oct(e.mode), e.uid, e.gid, repr(e.uname), repr(e.gname), e.mtime, e.pax_headers)
            """;
        var file = Path.Combine(_folder, "bundle.tar.gz");
        File.WriteAllBytes(file, Archive("tar.gz", Entries));
        Assert.Equal(
            ["0o644 0 0 '' '' 315532800 {}", "0o755 0 0 '' '' 315532800 {}"],
            ExternalProgram.Run("python3", "-c", Script, file).TrimEnd().Split('\n').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u202eb")]
    [InlineData("a\ud800")]
    [InlineData(".git/hooks/post-checkout")]
    [InlineData("sub/.GIT/config")]
    public void A_path_that_is_not_safe_is_never_written(string path)
    {
        Assert.False(BundlePath.IsSafe(path));
        Assert.Throws<ArgumentException>(() => Archive("zip", [Entry(path, "")]));
        Assert.Throws<ArgumentException>(() => Archive("tar.gz", [Entry(path, "")]));
    }

    [Fact]
    public void Long_names_that_no_file_system_holds_are_refused()
    {
        Assert.True(BundlePath.IsSafe(new string('a', 255)));
        Assert.False(BundlePath.IsSafe(new string('a', 256)));
        Assert.False(BundlePath.IsSafe(new string('ü', 128)));
        Assert.False(BundlePath.IsSafe(string.Join('/', Enumerable.Repeat("abcdefgh", 500))));
        Assert.True(BundlePath.IsSafe(".gitignore"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Paths_that_collide_are_refused(string format)
    {
        Assert.Throws<ArgumentException>(() => Archive(format, [Entry("a", "1"), Entry("a", "2")]));
        Assert.Throws<ArgumentException>(() => Archive(format, [Entry("a", "1"), Entry("a/b/c", "2")]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Content_that_changed_its_length_is_an_error(string format)
    {
        var entry = Entry("a", "12345");
        Assert.Throws<IOException>(() => Archive(format, [entry with { Length = 4 }]));
        Assert.Throws<IOException>(() => Archive(format, [entry with { Length = 6 }]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Whatever_was_written_is_read_back(string format) =>
        Gen.Select(Gen.Int[0, 30], Gen.Bool, Gen.Byte.Array[0, 300]).Array[1, 20].Sample(
            items =>
            {
                var entries = items.DistinctBy(item => item.Item1)
                    .Select(item => BundleEntry.FromBytes($"d{item.Item1 % 3}/f{item.Item1.ToString(CultureInfo.InvariantCulture)}", item.Item2, item.Item3)).ToArray();
                var result = ReadFrom(format, Archive(format, entries));
                return result.IsSuccess && Describe(entries).SequenceEqual(Describe(result.Entries), StringComparer.Ordinal);
            },
            iter: Repetitions.Of(200));

    private static BundleEntry Entry(string path, string content, bool isExecutable = false) =>
        BundleEntry.FromBytes(path, isExecutable, Encoding.UTF8.GetBytes(content));

    private static byte[] Archive(string format, BundleEntry[] entries)
    {
        using var stream = new MemoryStream();
        WriteTo(format, entries, stream);
        return stream.ToArray();
    }

    private static void WriteTo(string format, BundleEntry[] entries, Stream stream)
    {
        if (format is "zip")
        {
            ZipBundle.Write(entries, stream);
        }
        else
        {
            TarGzBundle.Write(entries, stream);
        }
    }

    private static BundleReadResult ReadFrom(string format, byte[] archive) =>
        format is "zip" ? ZipBundle.Read(new MemoryStream(archive)) : TarGzBundle.Read(new MemoryStream(archive));

    private static IEnumerable<string> Describe(IEnumerable<BundleEntry> entries) =>
        entries.OrderBy(entry => entry.Path, StringComparer.Ordinal).Select(entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return $"{entry.Path} {entry.IsExecutable} {entry.Length} {Convert.ToBase64String(copy.ToArray())}";
        });

    private static void AssertUnpacked(string folder)
    {
        foreach (var entry in Entries)
        {
            var file = Path.Combine(folder, entry.Path);
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            Assert.Equal(copy.ToArray(), File.ReadAllBytes(file));
            Assert.Equal(entry.IsExecutable ? "755\n" : "644\n", ExternalProgram.Run("stat", "-c", "%a", file));
            Assert.Equal(new DateTime(1980, 1, 1), File.GetLastWriteTimeUtc(file), TimeSpan.FromDays(1));
        }

        Assert.Equal(Entries.Length, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }
}
