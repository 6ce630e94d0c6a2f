using CsCheck;
using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Core.Tests.Bundles;

/// <summary>Archives made by Python and by chance that a reader must refuse whole.</summary>
public sealed class HostileArchiveTests
{
    private const string ZipMaker =
        """
        import io, sys, zipfile
        kind = sys.argv[1]
        out = io.BytesIO()
        archive = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        def add(name, mode, data=b"x"):
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
        if kind == "plain":
            add("dir/", 0o40755, b""); add("./dir/run", 0o100755); add("dos", 0)
        if kind == "up": add("../a", 0o100644)
        if kind == "absolute": add("/etc/passwd", 0o100644)
        if kind == "folder-up": add("a/../../b/", 0o40755, b"")
        if kind == "backslash": add("..\\a", 0o100644)
        if kind == "link": add("a", 0o120777, b"/etc/passwd")
        if kind == "device": add("a", 0o020644, b"")
        if kind == "git": add(".git/hooks/pre-commit", 0o100755)
        if kind == "twice": add("a", 0o100644); add("./a", 0o100644)
        if kind == "both": add("a", 0o100644); add("a/b", 0o100644)
        if kind == "bomb": add("a", 0o100644, bytes(3_000_000))
        if kind == "many": [add("f%d" % i, 0o100644) for i in range(60)]
        archive.close()
        sys.stdout.buffer.write(out.getvalue())
        """;

    private const string TarMaker =
        """
        import io, sys, tarfile
        kind = sys.argv[1]
        archive = tarfile.open(fileobj=sys.stdout.buffer, mode="w|gz", format=tarfile.PAX_FORMAT, pax_headers={"comment": "0123abcd"})
        def add(name, type=tarfile.REGTYPE, mode=0o644, data=b"x", link=""):
            info = tarfile.TarInfo(name)
            info.type, info.mode, info.linkname = type, mode, link
            info.size = len(data) if type == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(data))
        if kind == "plain":
            add("./", tarfile.DIRTYPE); add("dir", tarfile.DIRTYPE, 0o755); add("./dir/run", mode=0o755); add("dos")
        if kind == "up": add("../a")
        if kind == "absolute": add("/etc/passwd")
        if kind == "folder-up": add("a/../../b", tarfile.DIRTYPE)
        if kind == "backslash": add("..\\a")
        if kind == "link": add("a", tarfile.SYMTYPE, link="/etc/passwd")
        if kind == "hardlink": add("b"); add("a", tarfile.LNKTYPE, link="b")
        if kind == "device": add("a", tarfile.CHRTYPE)
        if kind == "time":
            archive.format = tarfile.GNU_FORMAT
            info = tarfile.TarInfo("a")
            info.mtime = 2 ** 70
            archive.addfile(info)
        if kind == "fifo": add("a", tarfile.FIFOTYPE)
        if kind == "git": add(".git/hooks/pre-commit", mode=0o755)
        if kind == "twice": add("a"); add("./a")
        if kind == "both": add("a"); add("a/b")
        if kind == "bomb": add("a", data=bytes(3_000_000))
        if kind == "many": [add("f%d" % i) for i in range(60)]
        archive.close()
        """;

    private static readonly BundleLimits Limits = new(MaximumEntries: 50, MaximumTotalBytes: 1_000_000);

    [Fact]
    public void Archives_of_other_programs_are_read()
    {
        foreach (var result in new[] { Zip("plain"), Tar("plain") })
        {
            Assert.True(result.IsSuccess, result.Error);
            Assert.Equal(
                [("dir/run", true), ("dos", false)],
                result.Entries.Select(entry => (entry.Path, entry.IsExecutable)));
        }
    }

    [Theory]
    [InlineData("up", "“..”")]
    [InlineData("absolute", "starts with a slash")]
    [InlineData("folder-up", "“..”")]
    [InlineData("backslash", "backslash")]
    [InlineData("link", "link")]
    [InlineData("device", "device")]
    [InlineData("git", "“.git”")]
    [InlineData("twice", "twice")]
    [InlineData("both", "both a file and a folder")]
    [InlineData("bomb", "more than is allowed")]
    [InlineData("many", "more than 50 entries")]
    public void A_hostile_zip_is_refused(string kind, string words) => AssertRefused(Zip(kind), words);

    [Theory]
    [InlineData("up", "“..”")]
    [InlineData("absolute", "starts with a slash")]
    [InlineData("folder-up", "“..”")]
    [InlineData("backslash", "backslash")]
    [InlineData("link", "link")]
    [InlineData("hardlink", "link")]
    [InlineData("device", "device")]
    [InlineData("fifo", "device")]
    [InlineData("time", "damaged")]
    [InlineData("git", "“.git”")]
    [InlineData("twice", "twice")]
    [InlineData("both", "both a file and a folder")]
    [InlineData("bomb", "more than is allowed")]
    [InlineData("many", "more than 50 entries")]
    public void A_hostile_tar_is_refused(string kind, string words) => AssertRefused(Tar(kind), words);

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        AssertRefused(ZipBundle.Read(new MemoryStream("hello"u8.ToArray())), "zip");
        AssertRefused(TarGzBundle.Read(new MemoryStream("hello"u8.ToArray())), "tar");
        AssertRefused(ZipBundle.Read(new MemoryStream()), "zip");
        AssertRefused(TarGzBundle.Read(new MemoryStream()), "tar");
    }

    [Fact]
    public void A_damaged_archive_is_read_or_refused_and_never_throws()
    {
        var entries = Enumerable.Range(0, 5).Select(i => BundleEntry.FromBytes($"d/f{i}", i % 2 == 0, new byte[i * 700])).ToArray();
        using var zip = new MemoryStream();
        ZipBundle.Write(entries, zip);
        using var tar = new MemoryStream();
        TarGzBundle.Write(entries, tar);
        using var plainTar = new MemoryStream();
        using (var unpacked = new System.IO.Compression.GZipStream(new MemoryStream(tar.ToArray()), System.IO.Compression.CompressionMode.Decompress))
        {
            unpacked.CopyTo(plainTar);
        }

        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, int.MaxValue]).Array[1, 6].Sample(
            damages =>
            {
                Assert.NotNull(ZipBundle.Read(new MemoryStream(Damage(zip.ToArray(), damages)), Limits).Error);
                Assert.NotNull(TarGzBundle.Read(new MemoryStream(Damage(tar.ToArray(), damages)), Limits).Error);
                using var packed = new MemoryStream();
                using (var compressor = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
                {
                    compressor.Write(Damage(plainTar.ToArray(), damages));
                }

                packed.Position = 0;
                Assert.NotNull(TarGzBundle.Read(packed, Limits).Error);
            },
            iter: Repetitions.Of(1500));
    }

    private static byte[] Damage(byte[] archive, (int Position, byte Value, int Cut)[] damages)
    {
        foreach (var (position, value, _) in damages)
        {
            archive[position % archive.Length] = value;
        }

        return damages[0].Cut % 4 == 0 ? archive[..(damages[0].Position % archive.Length)] : archive;
    }

    private static void AssertRefused(BundleReadResult result, string words)
    {
        Assert.False(result.IsSuccess);
        Assert.Null(result.Entries);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    private static BundleReadResult Zip(string kind) =>
        ZipBundle.Read(new MemoryStream(ExternalProgram.RunWithInput([], "python3", "-W", "ignore", "-c", ZipMaker, kind)), Limits);

    private static BundleReadResult Tar(string kind) =>
        TarGzBundle.Read(new MemoryStream(ExternalProgram.RunWithInput([], "python3", "-c", TarMaker, kind)), Limits);
}
