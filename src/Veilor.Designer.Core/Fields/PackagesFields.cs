using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>packages</c>.</summary>
public static class PackagesFields
{
    public static ScalarField<bool> WeakDependencies { get; } = new(
        "packages.weak_dependencies", "Install weak dependencies",
        "Also installs what packages recommend. Off keeps the image small; a desktop may miss pieces it only recommends.",
        Codecs.Flag,
        design => design.Packages.WeakDependencies,
        (design, value) => design with { Packages = design.Packages with { WeakDependencies = value } });

    /// <summary>dnf writes ids with an @ in front, a kickstart environments with @^.</summary>
    private static ValueCodec<PackageGroupId> GroupIds { get; } = Codecs.Value<PackageGroupId>(text => text.StartsWith("@^", StringComparison.Ordinal) ? text[2..] : text.StartsWith('@') ? text[1..] : text);

    public static ListField<PackageGroupId> Environments { get; } = new(
        "packages.environments", "Environments",
        "Whole desktops or roles, by the id that dnf environment list shows.",
        GroupIds,
        design => design.Packages.Environments,
        (design, value) => design with { Packages = design.Packages with { Environments = value } },
        partedProblem: TitleProblem);

    public static ListField<PackageGroupId> Groups { get; } = new(
        "packages.groups", "Groups",
        "Sets of packages, by the id that dnf group list shows.",
        GroupIds,
        design => design.Packages.Groups,
        (design, value) => design with { Packages = design.Packages with { Groups = value } },
        partedProblem: TitleProblem);

    public static ListField<PackageSpec> Install { get; } = new(
        "packages.install", "Packages",
        "Installed in one transaction. A name that no repository has ends the build.",
        Codecs.Value<PackageSpec>(),
        design => design.Packages.Install,
        (design, value) => design with { Packages = design.Packages with { Install = value } });

    public static ListField<PackageSpec> Remove { get; } = new(
        "packages.remove", "Removed packages",
        "Taken out again after the installation; a pattern such as abrt* is allowed. A name that is not installed only warns.",
        Codecs.Value<PackageSpec>(),
        design => design.Packages.Remove,
        (design, value) => design with { Packages = design.Packages with { Remove = value } });

    public static ListField<PackageSpec> Exclude { get; } = new(
        "packages.exclude", "Excluded packages",
        "No dependency may pull these in. What needs one of them cannot be installed.",
        Codecs.Value<PackageSpec>(),
        design => design.Packages.Exclude,
        (design, value) => design with { Packages = design.Packages with { Exclude = value } });

    public static ListField<PackageSpec> Kernel { get; } = new(
        "packages.kernel", "Another kernel",
        "Kernel packages that take the place of the base's kernel, such as kernel-longterm of a COPR project. The base's kernel is taken out in the same step, because bootc allows one, and the initramfs is made anew. Empty keeps the base's.",
        Codecs.Value<PackageSpec>(),
        design => design.Packages.Kernel,
        (design, value) => design with { Packages = design.Packages with { Kernel = value } });

    public static ListField<CoprProject> Copr { get; } = new(
        "packages.copr", "COPR projects",
        "Repositories that people run on Fedora's COPR, as owner/project. They are not reviewed by Fedora.",
        Codecs.Value<CoprProject>(),
        design => design.Packages.Copr,
        (design, value) => design with { Packages = design.Packages with { Copr = value } });

    public static ScalarField<bool> CoprBuildOnly { get; } = new(
        "packages.copr_build_only", "COPR only in the build",
        "Disables the COPR projects after the packages are installed, so that machines and the ISO builder do not ask them.",
        Codecs.Flag,
        design => design.Packages.CoprBuildOnly,
        (design, value) => design with { Packages = design.Packages with { CoprBuildOnly = value } },
        omitsDefault: true);

    public static ListField<FlatpakId> Flatpaks { get; } = new(
        "packages.flatpaks", "Flatpaks",
        "Applications by id. /var is not part of an image, so each machine installs them after its first start, from the network. A changed list is followed; what a user removed stays away where flatpak is 1.17 or newer.",
        Codecs.Value<FlatpakId>(),
        design => design.Packages.Flatpaks,
        (design, value) => design with { Packages = design.Packages with { Flatpaks = value } });

    public static ScalarField<HttpUrl> FlatpakRemote { get; } = new(
        "packages.flatpak_remote", "Flatpak remote",
        "The .flatpakrepo file of the remote; it carries the remote's key. Its file name names the remote.",
        Codecs.Value<HttpUrl>(),
        design => design.Packages.FlatpakRemote,
        (design, value) => design with { Packages = design.Packages with { FlatpakRemote = value } },
        omitsDefault: true);

    public static RecordField<PackageRepository> Repositories { get; } = new(
        "packages.repositories", "Repositories",
        "Further dnf repositories. Each becomes a file in /etc/yum.repos.d.",
        "repository",
        () => new PackageRepository(),
        item => item.Id.ToString(),
        [
            new RecordColumn<PackageRepository, PackageGroupId>(
                "id", "Id", "The repository's id; also its file name.", Codecs.Value<PackageGroupId>(),
                item => item.Id, (item, value) => item with { Id = value }, isRequired: true),
            new RecordColumn<PackageRepository, string>(
                "name", "Name", "What dnf repo list shows.", Codecs.Line,
                item => item.Name, (item, value) => item with { Name = value }),
            new RecordColumn<PackageRepository, HttpUrl?>(
                "base_url", "Base URL", "The folder that holds repodata. dnf fills in $releasever and $basearch.", Codecs.Optional<HttpUrl>(),
                item => item.BaseUrl, (item, value) => item with { BaseUrl = value }),
            new RecordColumn<PackageRepository, HttpUrl?>(
                "metalink", "Metalink", "The address of a list of mirrors, as Fedora's own repositories use. Give it or the base URL.", Codecs.Optional<HttpUrl>(),
                item => item.Metalink, (item, value) => item with { Metalink = value }),
            new RecordColumn<PackageRepository, GpgKeys?>(
                "gpg_key", "GPG key", "Where the key is that signs the packages: an address, or file:// and a path of the image. Several with blanks between. Without one they are not checked.", Codecs.Optional<GpgKeys>(),
                item => item.GpgKey, (item, value) => item with { GpgKey = value }),
            new RecordColumn<PackageRepository, int?>(
                "priority", "Priority", "1 to 99; when several repositories have a package, the lowest number wins. Empty takes 99, as the base's own have.", Codecs.OptionalNumber(1, 99),
                item => item.Priority, (item, value) => item with { Priority = value }),
            new RecordColumn<PackageRepository, bool>(
                "build_only", "Only in the build", "Used while the image is built and disabled in it, so that machines and the ISO builder do not ask it.", Codecs.Flag,
                item => item.BuildOnly, (item, value) => item with { BuildOnly = value }),
        ],
        design => design.Packages.Repositories,
        (design, value) => design with { Packages = design.Packages with { Repositories = value } },
        isOrdered: false);

    public static RecordField<PinnedDownload> Downloads { get; } = new(
        "packages.downloads", "Pinned downloads",
        "Programs and RPM packages that no repository has. Each is fetched at build time and must match its checksum, or the build ends. dnf installs an RPM with what it needs.",
        "download",
        () => new PinnedDownload(),
        item => item.Name.ToString(),
        [
            new RecordColumn<PinnedDownload, ModuleName>(
                "name", "Name", "Names the build arguments NAME_URL and NAME_SHA256.", Codecs.Value<ModuleName>(),
                item => item.Name, (item, value) => item with { Name = value }, isRequired: true),
            new RecordColumn<PinnedDownload, HttpUrl>(
                "url", "URL", "Where the file is.", Codecs.Value<HttpUrl>(),
                item => item.Url, (item, value) => item with { Url = value }, isRequired: true),
            new RecordColumn<PinnedDownload, Sha256Digest>(
                "sha256", "SHA-256", "The checksum of the file as downloaded, 64 hexadecimal digits.", Codecs.Value<Sha256Digest>(),
                item => item.Sha256, (item, value) => item with { Sha256 = value }, isRequired: true),
            new RecordColumn<PinnedDownload, Architecture?>(
                "architecture", "Architecture", "The architecture the file is for; on others the step does nothing.", OptionalArchitecture,
                item => item.Architecture, (item, value) => item with { Architecture = value }),
            new RecordColumn<PinnedDownload, RelativePath?>(
                "archive_member", "Member of the archive", "The file to take out of a tar archive; empty installs the download itself.", Codecs.Optional<RelativePath>(),
                item => item.ArchiveMember, (item, value) => item with { ArchiveMember = value }),
            new RecordColumn<PinnedDownload, AbsolutePath?>(
                "install_path", "Install as", "Where the program goes, with mode 0755; empty takes /usr/bin and the name. An RPM needs none.", Codecs.Optional<AbsolutePath>(),
                item => item.InstallPath, (item, value) => item with { InstallPath = value }),
        ],
        design => design.Packages.Downloads,
        (design, value) => design with { Packages = design.Packages with { Downloads = value } },
        keyHint: "For another architecture, give it a name of its own, such as NAME-aarch64, and the same install path.");

    /// <summary>Ids have no capitals; words with capitals are the title that dnf lists beside the id.</summary>
    private static string? TitleProblem(string text) => text.Any(char.IsAsciiLetterUpper)
        ? $"“{text}” looks like a title. Type the id that dnf lists in front of it, such as kde-desktop-environment or kde-apps."
        : null;

    internal static ValueCodec<Architecture?> OptionalArchitecture => Codecs.OneOf<Architecture?>(
        (null, "", "every architecture"),
        (Architecture.X86_64, "x86_64", "x86_64"),
        (Architecture.Aarch64, "aarch64", "aarch64"));
}
