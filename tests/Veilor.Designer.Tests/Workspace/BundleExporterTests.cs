using System.IO.Compression;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

public sealed class BundleExporterTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly CompiledDesign _compiled;

    public BundleExporterTests() => _compiled = _workspace.Templates.Find("demo")!.Folder.Compile()!;

    private string Target => _workspace.PathOf("out");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_folder_gets_every_file_of_the_bundle_byte_for_byte()
    {
        var result = Export(Target);

        Assert.True(result.IsSuccess, result.Problem);
        Assert.Equal(DesignBundle.Entries(_compiled).Select(entry => entry.Path), FilesIn(Target));
        Assert.Equal(_compiled.FindDocument(BundlePaths.Containerfile)!.ToBytes(), File.ReadAllBytes(Path.Combine(Target, "Containerfile")));
        Assert.Equal("hello\n", File.ReadAllText(Path.Combine(Target, "overlay/etc/motd")));
    }

    [Fact]
    public void An_exported_folder_opens_again_as_the_same_design()
    {
        Export(Target);

        var folder = _workspace.Reader.Read(Target);
        Assert.Equal(_compiled.Design, folder.Design);
        Assert.Equal(_compiled.Content.Files.Select(file => file.Sha256), folder.Content.Content.Files.Select(file => file.Sha256));
    }

    [Fact]
    public void An_earlier_export_is_replaced_and_a_persons_own_files_stay()
    {
        Export(Target);
        Directory.CreateDirectory(Path.Combine(Target, ".git"));
        File.WriteAllText(Path.Combine(Target, ".git/HEAD"), "ref\n");
        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine\n");
        var smaller = DesignCompiler.Compile(new ImageDesign(), Veilor.Designer.Core.Content.DesignContent.Empty);

        var result = BundleExporter.Export(smaller, [], Target);

        Assert.True(result.IsSuccess, result.Problem);
        Assert.False(Directory.Exists(Path.Combine(Target, "overlay")));
        Assert.Equal(
            DesignBundle.Entries(smaller).Select(entry => entry.Path).Concat([".git/HEAD", "notes.txt"]).Order(StringComparer.Ordinal),
            FilesIn(Target));
    }

    [Fact]
    public void A_file_that_is_the_same_is_left_alone()
    {
        Export(Target);
        var file = Path.Combine(Target, "Containerfile");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, old);
        Export(Target);

        Assert.Equal(old, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void An_empty_folder_is_taken_and_a_foreign_one_refused()
    {
        Directory.CreateDirectory(Target);
        Assert.True(Export(Target).IsSuccess);

        var foreign = _workspace.PathOf("foreign");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "thesis.txt"), "work\n");
        var refused = Export(foreign);
        Assert.Contains("neither empty nor an earlier export", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], FilesIn(foreign));
    }

    [Fact]
    public void A_design_folder_is_no_earlier_export()
    {
        var session = _workspace.Open();

        Assert.False(Export(session.Folder).IsSuccess);
        Assert.False(File.Exists(Path.Combine(session.Folder, "Containerfile")));
    }

    [Fact]
    public void A_list_that_names_files_outside_is_not_believed()
    {
        Export(Target);
        var victim = _workspace.PathOf("victim.txt");
        File.WriteAllText(victim, "keep\n");
        File.AppendAllText(Path.Combine(Target, BundleList.Path), "../victim.txt\n");

        Assert.False(Export(Target).IsSuccess);
        Assert.True(File.Exists(victim));
    }

    [Fact]
    public void A_link_among_the_folders_is_not_followed()
    {
        Export(Target);
        var elsewhere = _workspace.PathOf("elsewhere");
        Directory.CreateDirectory(elsewhere);
        Directory.Delete(Path.Combine(Target, "overlay"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(Target, "overlay"), elsewhere);

        Assert.Contains("symbolic link", Export(Target).Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public void A_persons_own_file_in_the_way_is_not_written_over()
    {
        var bare = DesignCompiler.Compile(new ImageDesign(), Veilor.Designer.Core.Content.DesignContent.Empty);
        BundleExporter.Export(bare, [], Target);
        Directory.CreateDirectory(Path.Combine(Target, "assets"));
        File.WriteAllText(Path.Combine(Target, "assets/logo.txt"), "my own logo\n");

        Assert.Contains("not from an earlier export", Export(Target).Problem, StringComparison.Ordinal);
        Assert.Equal("my own logo\n", File.ReadAllText(Path.Combine(Target, "assets/logo.txt")));
    }

    [Theory]
    [InlineData("demo.zip")]
    [InlineData("demo.tar.gz")]
    public void The_same_design_gives_the_same_archive(string name)
    {
        Assert.True(Export(_workspace.PathOf(name)).IsSuccess);
        var again = _workspace.Templates.Find("demo")!.Folder.Compile()!;
        Assert.True(BundleExporter.Export(again, [], _workspace.PathOf("again-" + name)).IsSuccess);

        Assert.Equal(File.ReadAllBytes(_workspace.PathOf(name)), File.ReadAllBytes(_workspace.PathOf("again-" + name)));
    }

    [Fact]
    public void An_archive_holds_the_files_of_the_folder_without_a_top_folder()
    {
        Export(Target);
        Export(_workspace.PathOf("demo.zip"));
        using var archive = ZipFile.OpenRead(_workspace.PathOf("demo.zip"));

        Assert.Equal(FilesIn(Target), archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_archive_is_replaced_whole_and_a_missing_folder_is_said()
    {
        var file = _workspace.PathOf("demo.zip");
        File.WriteAllText(file, "an older file");
        Assert.True(Export(file).IsSuccess);
        Assert.Equal((byte)'P', File.ReadAllBytes(file)[0]);

        Assert.Contains("There is no folder", Export(_workspace.PathOf("nowhere/demo.zip")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_with_an_error_is_not_exported()
    {
        var packages = _compiled.Design.Packages;
        var design = _compiled.Design with { Packages = packages with { Remove = packages.Install } };
        var broken = DesignCompiler.Compile(design, _compiled.Content);
        Assert.True(broken.HasErrors);

        var result = BundleExporter.Export(broken, [], Target);

        Assert.Contains("[VD", result.Problem, StringComparison.Ordinal);
        Assert.False(Path.Exists(Target));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal);

    private ExportResult Export(string target) => BundleExporter.Export(_compiled, [], target);
}
