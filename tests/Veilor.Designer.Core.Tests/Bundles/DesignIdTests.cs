using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Core.Tests.Bundles;

public sealed class DesignIdTests
{
    private static BundleEntry File(string path, string text, bool isExecutable = false) =>
        BundleEntry.FromBytes(path, isExecutable, System.Text.Encoding.UTF8.GetBytes(text));

    [Fact]
    public void The_order_of_files_does_not_matter() =>
        Assert.Equal(DesignId.Of([File("a", "1"), File("b", "2")]), DesignId.Of([File("b", "2"), File("a", "1")]));

    [Fact]
    public void Every_path_byte_and_mode_matters()
    {
        string[] ids =
        [
            DesignId.Of([]), DesignId.Of([File("a", "")]), DesignId.Of([File("a", "1")]), DesignId.Of([File("b", "1")]),
            DesignId.Of([File("a", "1", isExecutable: true)]), DesignId.Of([File("a", "1"), File("b", "")]), DesignId.Of([File("ab", "1")]),
        ];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Equal(64, id.Length));
    }
}
