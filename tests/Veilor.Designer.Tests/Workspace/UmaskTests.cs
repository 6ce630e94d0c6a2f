using System.Runtime.InteropServices;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

/// <summary>The umask belongs to the whole process, so this runs beside no other test.</summary>
[Collection(nameof(UmaskTests))]
[CollectionDefinition(nameof(UmaskTests), DisableParallelization = true)]
public sealed class UmaskTests
{
    [Fact]
    public void The_modes_of_an_exported_folder_do_not_depend_on_the_umask()
    {
        using var workspace = new WorkspaceFixture();
        var compiled = workspace.Templates.Find("demo")!.Folder.Compile()!;
        var target = workspace.PathOf("out");
        var before = SetUmask(Convert.ToUInt32("077", 8));
        try
        {
            Assert.True(BundleExporter.Export(compiled, [], target).IsSuccess);
        }
        finally
        {
            _ = SetUmask(before);
        }

        foreach (var folder in Directory.EnumerateDirectories(target, "*", SearchOption.AllDirectories).Append(target))
        {
            Assert.Equal(FileModes.Executable, File.GetUnixFileMode(folder));
        }

        Assert.Equal(FileModes.Plain, File.GetUnixFileMode(Path.Combine(target, "Containerfile")));
        Assert.Equal(FileModes.Plain, File.GetUnixFileMode(Path.Combine(target, "overlay/etc/motd")));
        Assert.Equal(FileModes.Executable, File.GetUnixFileMode(Path.Combine(target, "scripts/10-first.sh")));
        Assert.All(
            Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories),
            file => Assert.True(File.GetUnixFileMode(file) is FileModes.Plain or FileModes.Executable, file));
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetUmask(uint mask);
}
