using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A file fetched while the image is built and held to one checksum. A program is copied to its place; an RPM is installed by dnf.</summary>
public sealed record PinnedDownload
{
    /// <summary>Names the build arguments: <c>gum</c> gives <c>GUM_URL</c> and <c>GUM_SHA256</c>.</summary>
    public ModuleName Name { get; init; } = ModuleName.Parse("tool");

    public HttpUrl Url { get; init; } = HttpUrl.Parse("https://example.org/tool.tar.gz");

    public Sha256Digest Sha256 { get; init; } = Sha256Digest.Parse(new string('0', 64));

    /// <summary>The architecture the file is for; null for one that fits all.</summary>
    public Architecture? Architecture { get; init; }

    /// <summary>The member to take out of a tar archive; null when the file itself is installed.</summary>
    public RelativePath? ArchiveMember { get; init; }

    /// <summary>Where the program is installed, with mode 0755; null takes /usr/bin and the name.</summary>
    public AbsolutePath? InstallPath { get; init; }

    /// <summary>True for an RPM, told by the name of the file.</summary>
    public bool IsPackage => Url.FileName.EndsWith(".rpm", StringComparison.OrdinalIgnoreCase);

    /// <summary>The program that the download becomes; null for an RPM, whose files are its own affair.</summary>
    public AbsolutePath? Program => IsPackage ? null : InstallPath ?? AbsolutePath.Parse($"/usr/bin/{Name}");
}
