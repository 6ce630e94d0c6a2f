using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("storage.partitions", "storage.partitions", true)]
    [InlineData("storage.partitions", "storage.partitions[boot]", true)]
    [InlineData("storage.partitions[boot]", "storage.partitions[boot].size", true)]
    [InlineData("storage", "storage.wipe", true)]
    [InlineData("storage.partitions[boot]", "storage.partitions[boot2]", false)]
    [InlineData("system.host", "system.hostname", false)]
    [InlineData("storage.partitions[boot].size", "storage.partitions[boot]", false)]
    public void A_path_covers_itself_and_what_lies_below(string path, string other, bool covers) =>
        Assert.Equal(covers, new FieldPath(path).Covers(other));

    [Theory]
    [InlineData("storage.partitions[boot].size", "storage.partitions[boot]")]
    [InlineData("kernel.sysctls[a[0] = 1]", "kernel.sysctls[a[0] = 1]")]
    [InlineData("system.hostname", null)]
    public void The_list_item_around_a_path_is_found(string path, string? item) =>
        Assert.Equal(item, new FieldPath(path).ListItem?.Value);

    [Fact]
    public void No_path_covers_nothing_and_lies_in_no_item()
    {
        Assert.False(default(FieldPath).Covers("system.hostname"));
        Assert.False(new FieldPath("system.hostname").Covers(default));
        Assert.Null(default(FieldPath).ListItem);
    }
}
