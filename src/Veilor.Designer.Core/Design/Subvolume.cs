using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A btrfs subvolume.</summary>
public sealed record Subvolume
{
    public VolumeName Name { get; init; } = VolumeName.Parse("data");

    public MountPoint MountPoint { get; init; } = MountPoint.Parse("/var/data");

    /// <summary>How it is mounted, beside the defaults. <see cref="SubvolumeMountOptions"/> says what carries them.</summary>
    public MountOptions? MountOptions { get; init; }

    /// <summary>The btrfs partition it lies in.</summary>
    public VolumeName Volume { get; init; } = VolumeName.Parse("data");
}
