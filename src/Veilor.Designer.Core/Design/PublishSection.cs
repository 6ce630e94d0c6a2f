using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Where the image is published. Installed machines upgrade from there.</summary>
public sealed record PublishSection
{
    /// <summary>The registry name without a tag; null for an image that stays here.</summary>
    public ImageReference? Repository { get; init; }

    public VersionTag Tag { get; init; } = VersionTag.Parse("latest");

    /// <summary>Further tags that are moved to the same image.</summary>
    public EquatableArray<VersionTag> ExtraTags { get; init; } = [];

    /// <summary>Whether each build gets a tag with its day, so that machines can go back to it.</summary>
    public bool DatedTag { get; init; }

    public PushCompression Compression { get; init; }

    /// <summary>Whether the layers are cut anew by package, so that updates are smaller.</summary>
    public bool Rechunk { get; init; }

    /// <summary>Whether the image is signed in the workflow, so that machines may insist on it.</summary>
    public bool Signed { get; init; }
}
