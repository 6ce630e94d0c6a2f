using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A dnf repository that the image is built from.</summary>
public sealed record PackageRepository
{
    /// <summary>The section name and file name of the repository.</summary>
    public PackageGroupId Id { get; init; } = PackageGroupId.Parse("example");

    public string Name { get; init; } = "";

    public HttpUrl? BaseUrl { get; init; }

    public HttpUrl? GpgKey { get; init; }
}
