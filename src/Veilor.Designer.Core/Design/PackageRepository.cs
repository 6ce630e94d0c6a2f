using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A dnf repository that the image is built from.</summary>
public sealed record PackageRepository
{
    /// <summary>The section name and file name of the repository.</summary>
    public PackageGroupId Id { get; init; } = PackageGroupId.Parse("example");

    public string Name { get; init; } = "";

    public HttpUrl? BaseUrl { get; init; }

    /// <summary>A list of mirrors with checksums of the metadata; read instead of or beside the base URL.</summary>
    public HttpUrl? Metalink { get; init; }

    /// <summary>The keys that sign its packages; null leaves them unchecked.</summary>
    public GpgKeys? GpgKey { get; init; }

    /// <summary>Which repository wins when several have a package; the lowest number. Null takes dnf's 99.</summary>
    public int? Priority { get; init; }

    /// <summary>Whether the image uses it only while it is built: machines and the ISO builder find it disabled.</summary>
    public bool BuildOnly { get; init; }
}
