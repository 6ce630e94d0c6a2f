using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class DiskLayoutTests
{
    private static readonly Partition Boot = new() { Name = VolumeName.Parse("boot"), Size = ByteSize.FromGibibytes(8), MountPoint = MountPoint.Parse("/boot") };

    private static readonly Partition Growing = new() { Name = VolumeName.Parse("system"), Size = ByteSize.FromGibibytes(4), Grow = true };

    [Fact]
    public void The_rest_of_the_disk_goes_to_what_grows()
    {
        var layout = Lay(16, Boot, Growing);

        Assert.Equal([8, 8], layout.Segments.Select(segment => segment.Size.Bytes >> 30));
        Assert.Equal(layout.Segments[0].Width, layout.Segments[1].Width, 9);
        Assert.InRange(layout.Segments[1].Mark, 0.3, 0.7);
        Assert.Equal(1, layout.Segments[0].Mark);
        Assert.False(layout.HasFree);
    }

    [Fact]
    public void What_nothing_takes_is_free()
    {
        var layout = Lay(16, Boot with { Size = ByteSize.FromGibibytes(4) });

        Assert.Equal(ByteSize.FromGibibytes(12), layout.Free);
        Assert.True(layout.FreeWidth > layout.Segments[0].Width);
        Assert.Equal(ByteSize.FromGibibytes(16), DiskLayout.SmallestDisk(new StorageSection { Partitions = [Boot] }));
    }

    [Fact]
    public void A_layout_larger_than_the_disk_is_drawn_whole()
    {
        var layout = Lay(16, Boot with { Size = ByteSize.FromGibibytes(32) }, Growing with { Size = ByteSize.FromGibibytes(32) });

        Assert.True(layout.IsTooSmall);
        Assert.Equal(1, layout.Segments.Sum(segment => segment.Width), 9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    public void All_parts_fill_the_picture_and_the_smallest_stays_visible(int count)
    {
        var partitions = Enumerable.Range(0, count).Select(i => Boot with { Name = VolumeName.Parse($"p{i}"), Size = ByteSize.FromMebibytes(16) }).ToArray();
        var layout = Lay(4096, partitions);

        Assert.Equal(1, layout.Segments.Sum(segment => segment.Width) + layout.FreeWidth, 9);
        Assert.All(layout.Segments, segment => Assert.True(segment.Width >= 0.6 / (count + 1) || segment.Width >= 0.14));
    }

    [Fact]
    public void A_drag_over_the_width_of_a_part_is_the_size_of_that_part()
    {
        var layout = Lay(64, Boot, Growing);
        var larger = Lay(64, Boot with { Size = ByteSize.FromGibibytes(16) }, Growing);
        var moved = larger.Segments[0].Width - layout.Segments[0].Width;

        Assert.Equal(ByteSize.FromGibibytes(16), layout.Drag(Boot, moved));
        Assert.Equal(Boot.Size, layout.Drag(Boot, 0));
    }

    [Fact]
    public void A_size_stays_between_what_the_file_system_needs_and_what_the_disk_has()
    {
        var layout = Lay(16, Boot, Growing);

        Assert.Equal(PartitionSizes.Least(Boot), layout.Drag(Boot, -1));
        Assert.Equal(ByteSize.FromGibibytes(12), layout.Drag(Boot, 1));
        Assert.Equal(ByteSize.FromGibibytes(12), layout.Move(Boot, 1000));
        Assert.Equal(PartitionSizes.Least(Boot), layout.Move(Boot, -1000));
    }

    [Theory]
    [InlineData("1 GiB", 1, "1088 MiB")]
    [InlineData("1 GiB", -1, "960 MiB")]
    [InlineData("1000 MiB", 1, "1 GiB")]
    [InlineData("1000 MiB", -1, "960 MiB")]
    [InlineData("2 GiB", -1, "1984 MiB")]
    [InlineData("2 GiB", 1, "2560 MiB")]
    [InlineData("20 GiB", 8, "28 GiB")]
    public void A_step_lands_on_a_multiple_of_itself(string from, int steps, string to)
    {
        var partition = Boot with { Size = ByteSize.Parse(from) };

        Assert.Equal(ByteSize.Parse(to), Lay(1024, partition).Move(partition, steps));
    }

    private static DiskLayout Lay(int gibibytes, params Partition[] partitions) =>
        new(new StorageSection { Partitions = [.. partitions] }, ByteSize.FromGibibytes(gibibytes));
}
