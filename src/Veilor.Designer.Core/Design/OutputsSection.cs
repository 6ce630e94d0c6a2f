using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Design;

/// <summary>What is made besides the container image, and with what.</summary>
public sealed record OutputsSection
{
    public EquatableArray<ImageType> ImageTypes { get; init; } = [];

    public BuilderKind Builder { get; init; }

    public RootFileSystem RootFileSystem { get; init; }

    /// <summary>Codes of warnings that were read and accepted.</summary>
    public EquatableArray<string> Acknowledged { get; init; } = [];
}
