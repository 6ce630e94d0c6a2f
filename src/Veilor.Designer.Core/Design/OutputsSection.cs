using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>What is made besides the container image, and with what.</summary>
public sealed record OutputsSection
{
    public EquatableArray<ImageType> ImageTypes { get; init; } = [];

    public BuilderKind Builder { get; init; }

    /// <summary>The container that an ISO is made of when it is not the image itself; null when no type needs one.</summary>
    public ImageReference? InstallerImage { get; init; }

    public RootFileSystem RootFileSystem { get; init; }

    /// <summary>Codes of warnings that were read and accepted.</summary>
    public EquatableArray<string> Acknowledged { get; init; } = [];
}
