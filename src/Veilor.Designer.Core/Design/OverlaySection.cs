using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>The files that are copied into the image as they are.</summary>
public sealed record OverlaySection
{
    /// <summary>A template's content set: the folders of the product that its files are copied from; null for a design that has its own.</summary>
    public VolumeName? From { get; init; }

    /// <summary>Where <c>assets/</c> goes in the image; null leaves it out.</summary>
    public AbsolutePath? AssetsTarget { get; init; }

    public EquatableArray<FilePermission> Permissions { get; init; } = [];

    /// <summary>Files and folders below <c>overlay/</c> that stay out of the image.</summary>
    public EquatableArray<RelativePath> Exclude { get; init; } = [];
}
