using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Where the image is published. Installed machines upgrade from there.</summary>
public sealed record PublishSection
{
    /// <summary>The registry name without a tag; null for an image that stays here.</summary>
    public ImageReference? Repository { get; init; }

    public VersionTag Tag { get; init; } = VersionTag.Parse("latest");

    /// <summary>Whether the image is signed in the workflow, so that machines may insist on it.</summary>
    public bool Signed { get; init; }
}
