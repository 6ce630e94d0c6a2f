using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Design;

/// <summary>A layout of the disk to start from. What may be erased, and on which disk, stays as it is.</summary>
/// <param name="Id">A word for tests and pages.</param>
/// <param name="Title">What it is called: <c>Encrypted btrfs</c>.</param>
/// <param name="Summary">For whom it is and what it costs, in a sentence or two.</param>
public sealed record LayoutPreset(string Id, string Title, string Summary)
{
    public EquatableArray<Partition> Partitions { get; init; } = [];

    public EquatableArray<Subvolume> Subvolumes { get; init; } = [];

    public EquatableArray<LogicalVolume> LogicalVolumes { get; init; } = [];

    /// <summary>The section with this layout in place of its own.</summary>
    public StorageSection Lay(StorageSection storage) => storage with { Partitions = Partitions, Subvolumes = Subvolumes, LogicalVolumes = LogicalVolumes };
}
