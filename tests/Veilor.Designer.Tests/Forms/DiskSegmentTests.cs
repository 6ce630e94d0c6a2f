using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class DiskSegmentTests
{
    [Fact]
    public void Shares_follow_the_sizes_and_the_rest_goes_to_what_grows()
    {
        var storage = new StorageSection
        {
            Partitions =
            [
                new Partition { Name = VolumeName.Parse("boot"), Size = ByteSize.FromGibibytes(8) },
                new Partition { Name = VolumeName.Parse("system"), Size = ByteSize.FromGibibytes(4), Grow = true },
            ],
        };

        var segments = DiskSegment.Of(storage, ByteSize.FromGibibytes(16));

        Assert.Equal([0.5, 0.5], segments.Select(segment => segment.Share));
        Assert.Equal(ByteSize.FromGibibytes(8), segments[1].Size);
        Assert.Equal(0, DiskSegment.Free(storage, ByteSize.FromGibibytes(16)).Bytes);
    }

    [Fact]
    public void What_nothing_takes_is_free()
    {
        var storage = new StorageSection { Partitions = [new Partition { Size = ByteSize.FromGibibytes(4) }] };

        Assert.Equal(ByteSize.FromGibibytes(12), DiskSegment.Free(storage, ByteSize.FromGibibytes(16)));
        Assert.Equal(ByteSize.FromGibibytes(16), DiskSegment.SmallestDisk(storage));
    }

    [Fact]
    public void A_layout_larger_than_the_disk_is_drawn_whole()
    {
        var storage = new StorageSection { Partitions = [new Partition { Size = ByteSize.FromGibibytes(32) }, new Partition { Size = ByteSize.FromGibibytes(32) }] };

        Assert.Equal([0.5, 0.5], DiskSegment.Of(storage, ByteSize.FromGibibytes(16)).Select(segment => segment.Share));
    }
}
