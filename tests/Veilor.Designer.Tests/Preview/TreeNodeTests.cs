using Veilor.Designer.Components.Preview;

namespace Veilor.Designer.Tests.Preview;

public sealed class TreeNodeTests
{
    [Fact]
    public void Folders_come_first_and_those_with_one_folder_only_share_a_row()
    {
        var rows = TreeNode.Of(Files("README.md", "rootfs/usr/lib/a.conf", "rootfs/usr/lib/b.conf", "build/disk.toml", "build/sub/x"), _ => true);

        Assert.Equal(
            [("build", 1), ("sub", 2), ("x", 3), ("disk.toml", 2), ("rootfs/usr/lib", 1), ("a.conf", 2), ("b.conf", 2), ("README.md", 1)],
            rows.Select(row => (row.Name, row.Level)));
    }

    [Fact]
    public void A_closed_folder_hides_what_is_in_it()
    {
        var rows = TreeNode.Of(Files("a/x", "a/y", "b"), folder => folder != "a/");

        Assert.Equal(["a", "b"], rows.Select(row => row.Name));
    }

    private static IEnumerable<BundleFile> Files(params string[] paths) => paths.Select(path => new BundleFile(path, null, null));
}
