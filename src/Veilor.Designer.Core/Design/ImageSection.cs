using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>What the image is and what it is built on.</summary>
public sealed record ImageSection
{
    /// <summary>Names the generated files, the local tag and the bundle.</summary>
    public ImageName Name { get; init; } = ImageName.Parse("my-image");

    /// <summary>The name people read.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the image is for, in a sentence; becomes a label.</summary>
    public string Description { get; init; } = "";

    /// <summary>The image's own version; becomes the version label that <c>bootc status</c> shows.</summary>
    public VersionTag Version { get; init; } = VersionTag.Parse("0.1.0");

    /// <summary>The base image by tag.</summary>
    public ImageReference Base { get; init; } = ImageReference.Parse("quay.io/fedora/fedora-bootc:43");

    /// <summary>The base's digest once it was looked up; null builds on the moving tag. Never invented.</summary>
    public Sha256Digest? Digest { get; init; }

    public EquatableArray<Architecture> Architectures { get; init; } = [Architecture.X86_64];

    /// <summary>Who makes the image; becomes the vendor label.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>Labels of one's own.</summary>
    public EquatableArray<ImageLabel> Labels { get; init; } = [];

    /// <summary>What machines with the image are for; rules compare the settings with it.</summary>
    public EquatableArray<MachineUse> Uses { get; init; } = [];

    /// <summary>True when a machine of this architecture can get the image; null stands for any.</summary>
    public bool Builds(Architecture? architecture) => architecture is not { } one || Architectures.Contains(one);
}
