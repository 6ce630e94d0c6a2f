using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>What is added to the base and what is taken away, in one dnf transaction each.</summary>
public sealed record PackagesSection
{
    /// <summary>Whether weak dependencies are installed too (dnf's <c>install_weak_deps</c>).</summary>
    public bool WeakDependencies { get; init; }

    public EquatableArray<PackageGroupId> Environments { get; init; } = [];

    public EquatableArray<PackageGroupId> Groups { get; init; } = [];

    public EquatableArray<PackageSpec> Install { get; init; } = [];

    public EquatableArray<PackageSpec> Remove { get; init; } = [];

    /// <summary>Packages that no dependency may pull in.</summary>
    public EquatableArray<PackageSpec> Exclude { get; init; } = [];

    public EquatableArray<PackageRepository> Repositories { get; init; } = [];

    /// <summary>Kernel packages that take the place of the base's kernel; empty keeps it.</summary>
    public EquatableArray<PackageSpec> Kernel { get; init; } = [];

    /// <summary>COPR projects as <c>owner/project</c>.</summary>
    public EquatableArray<CoprProject> Copr { get; init; } = [];

    /// <summary>Whether the COPR projects are used only while the image is built.</summary>
    public bool CoprBuildOnly { get; init; }

    public EquatableArray<PinnedDownload> Downloads { get; init; } = [];

    /// <summary>Applications that each machine installs from the remote after its first start.</summary>
    public EquatableArray<FlatpakId> Flatpaks { get; init; } = [];

    /// <summary>The description of the remote that the Flatpaks come from.</summary>
    public HttpUrl FlatpakRemote { get; init; } = HttpUrl.Parse("https://dl.flathub.org/repo/flathub.flatpakrepo");
}
