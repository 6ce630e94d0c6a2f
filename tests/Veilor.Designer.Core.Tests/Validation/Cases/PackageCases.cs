using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Cases of the family VD2: packages, repositories and downloads.</summary>
internal static class PackageCases
{
    private static readonly HttpUrl Url = HttpUrl.Parse("https://example.org/repo");
    private static readonly PackageRepository Signed = new() { BaseUrl = Url, GpgKey = GpgKeys.Parse("https://example.org/key") };
    private static readonly PinnedDownload Tool = new();

    private static readonly PinnedDownload Rpm = new() { Name = ModuleName.Parse("own"), Url = HttpUrl.Parse("https://example.org/own-1.0-1.noarch.rpm") };

    private static ImageDesign Kernels(params string[] packages) => PackagesFields.Kernel.Set(Sound, [.. packages.Select(PackageSpec.Parse)]);

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD2001", "a package that is installed and removed", Sound.Install("htop").Uninstall("htop")),
        Raises("VD2001", "a package that a removed pattern matches", Sound.Install("abrt-cli").Uninstall("abrt*")),
        Spares("VD2001", "two packages", Sound.Install("htop").Uninstall("man-db", "abrt*")),

        Raises("VD2002", "an unpinned kernel package", Sound.Install("kernel-modules-extra")),
        Raises("VD2002", "a kernel with its own command line", Sound.Install("kernel-uki-virt")),
        Raises("VD2002", "an unpinned kernel package with its architecture", Sound.Install("kernel-core.x86_64")),
        Raises("VD2002", "a pattern that a kernel package fits", Sound.Install("kernel-modules-*")),
        Spares("VD2002", "a pattern of tools", Sound.Install("kernel-tools*")),
        Raises("VD2002", "another kernel", Sound.Install("kernel-longterm")),
        Raises("VD2002", "a kernel for real time with its version", Sound.Install("kernel-rt-6.12.0-1.el10")),
        Spares("VD2002", "another kernel in the place of the base's", PackagesFields.Kernel.Add(Sound, PackageSpec.Parse("kernel-longterm")).Install("kernel-longterm-modules-extra")),
        Spares("VD2002", "another kernel for which a step makes room", Sound.Install("kernel-longterm").Lines("RUN rpm -e --nodeps kernel-core kernel-modules-core")),
        Raises("VD2002", "a kernel of a version beside the base's", Sound.Install("kernel-core-6.17.5-200.fc43")),
        Raises("VD2002", "the same by its short name", Sound.Install("kernel-6.17.5-200.fc43")),
        Spares("VD2002", "a kernel of a version for which a step makes room", Sound.Install("kernel-core-6.17.5-200.fc43").Lines("RUN rpm -e --nodeps kernel-core")),
        Raises("VD2025", "two kernels in place of the base's", Kernels("kernel-longterm", "kernel-rt")),
        Raises("VD2025", "the distribution's kernel of a version beside another", Kernels("kernel-longterm", "kernel-core-6.17.5-200.fc43")),
        Spares("VD2025", "one kernel with its modules", Kernels("kernel-longterm", "kernel-longterm-modules-extra", "kernel-longterm-devel")),
        Spares("VD2025", "the base's kernel", Sound),
        Spares("VD2002", "what belongs to a kernel", Sound.Install("kernel-tools", "kernel-debug-devel", "kernel-headers", "kernel-debuginfo")),
        Spares("VD2002", "a kernel package with its version", Sound.Install("kernel-modules-extra-6.17.1-300.fc43")),

        Raises("VD2003", "a boot loader package", Sound.Install("grub2-efi-x64")),
        Raises("VD2003", "shim", Sound.Install("shim-x64")),
        Spares("VD2003", "another package", Sound.Install("htop")),

        Raises("VD2004", "a repository without a key", Sound.PackageSource(Signed with { GpgKey = null })),
        Spares("VD2004", "a repository with a key", Sound.PackageSource(Signed)),

        Raises("VD2005", "a repository without an address", Sound.PackageSource(Signed with { BaseUrl = null })),
        Spares("VD2005", "a repository with an address", Sound.PackageSource(Signed)),
        Spares("VD2005", "a repository with a metalink", Sound.PackageSource(Signed with { BaseUrl = null, Metalink = Url })),

        Raises("VD2006", "a download for another architecture", Sound.Download(Tool with { Architecture = Architecture.Aarch64 })),
        Spares("VD2006", "a download for the image's architecture", Sound.Download(Tool with { Architecture = Architecture.X86_64 })),
        Spares("VD2006", "a download for every architecture", Sound.Download(Tool)),

        Raises("VD2007", "a program in /var", Sound.Download(Tool with { InstallPath = AbsolutePath.Parse("/var/lib/tool") })),
        Raises("VD2007", "a program in /usr/etc", Sound.Download(Tool with { InstallPath = AbsolutePath.Parse("/usr/etc/tool") })),
        Raises("VD2007", "a folder in place of a file", Sound.Download(Tool with { InstallPath = AbsolutePath.Parse("/usr/bin") })),
        Raises("VD2007", "a program in /opt, which is a link", Sound.Base("ghcr.io/ublue-os/aurora:stable").Download(Tool with { InstallPath = AbsolutePath.Parse("/opt/tool/tool") })),
        Spares("VD2007", "a program in /opt, which is a folder", Sound.Download(Tool with { InstallPath = AbsolutePath.Parse("/opt/tool/tool") })),
        Spares("VD2007", "a program in /opt, of which a step makes a folder", ContentFields.BeforePackages.Set(Sound.Base("ghcr.io/ublue-os/aurora:stable"), "RUN rm /opt && mkdir /opt").Download(Tool with { InstallPath = AbsolutePath.Parse("/opt/tool/tool") })),
        Spares("VD2007", "a program in /usr", Sound.Download(Tool with { InstallPath = AbsolutePath.Parse("/usr/libexec/tool") })),

        Raises("VD2008", "a package that is installed and excluded", Sound.Install("htop").Exclude("h*")),
        Spares("VD2008", "an excluded package", Sound.Install("htop").Exclude("man-db")),

        Raises("VD2009", "a repository over http", Sound.PackageSource(Signed with { BaseUrl = HttpUrl.Parse("http://example.org/repo") })),
        Raises("VD2009", "a key over http", Sound.PackageSource(Signed with { GpgKey = GpgKeys.Parse("http://example.org/key") })),
        Raises("VD2009", "one of several keys over http", Sound.PackageSource(Signed with { GpgKey = GpgKeys.Parse("https://example.org/a http://example.org/b") })),
        Spares("VD2009", "a key of the image", Sound.PackageSource(Signed with { GpgKey = GpgKeys.Parse("file:///etc/pki/rpm-gpg/a") })),
        Raises("VD2023", "a key that the overlay brings", Sound.PackageSource(Signed with { GpgKey = GpgKeys.Parse("https://example.org/a file:///etc/pki/rpm-gpg/a") }), Files("overlay/etc/pki/rpm-gpg/a")),
        Spares("VD2023", "a key that the base brings", Sound.PackageSource(Signed with { GpgKey = GpgKeys.Parse("file:///etc/pki/rpm-gpg/a") })),
        Spares("VD2023", "a key that a line copies before the packages", ContentFields.BeforePackages.Set(Sound.PackageSource(Signed with { GpgKey = GpgKeys.Parse("file:///etc/pki/rpm-gpg/a") }), "COPY overlay/etc/pki/rpm-gpg/a /etc/pki/rpm-gpg/"), Files("overlay/etc/pki/rpm-gpg/a")),
        Raises("VD2009", "a metalink over http", Sound.PackageSource(Signed with { Metalink = HttpUrl.Parse("http://example.org/mirrors") })),
        Spares("VD2009", "a repository over https", Sound.PackageSource(Signed)),

        Raises("VD2010", "headers", Sound.Install("zlib-devel")),
        Spares("VD2010", "a program", Sound.Install("develop")),

        Raises("VD2011", "a download with the row's checksum", Sound.Download(Tool)),
        Spares("VD2011", "a download with a checksum", Sound.Download(Tool with { Sha256 = Sha256Digest.Parse(new string('e', 64)) })),

        Raises("VD2012", "two downloads with one target", Sound.Download(Tool).Download(Tool with { Name = ModuleName.Parse("other"), InstallPath = AbsolutePath.Parse("/usr/bin/tool") })),
        Raises("VD2012", "a download under a file of the overlay", Sound.Download(Tool), File("overlay/usr/bin/tool", "#!/bin/sh\n")),
        Spares("VD2012", "the same program for two architectures", Sound.Download(Tool with { Architecture = Architecture.X86_64 }).Download(Tool with { Name = ModuleName.Parse("other"), InstallPath = AbsolutePath.Parse("/usr/bin/tool"), Architecture = Architecture.Aarch64 })),

        Raises("VD2013", "an archive without a member", Sound.Download(Tool)),
        Raises("VD2013", "a zip file", Sound.Download(Tool with { Url = HttpUrl.Parse("https://example.org/tool.zip"), ArchiveMember = RelativePath.Parse("tool") })),
        Raises("VD2013", "a deb file", Sound.Download(Tool with { Url = HttpUrl.Parse("https://example.org/tool.deb") })),
        Spares("VD2013", "a package of RPM", Sound.Download(Rpm)),
        Raises("VD2024", "a path for a package", Sound.Download(Rpm with { InstallPath = AbsolutePath.Parse("/usr/bin/tool") })),
        Raises("VD2024", "a member of a package", Sound.Download(Rpm with { ArchiveMember = RelativePath.Parse("usr/bin/tool") })),
        Spares("VD2024", "a package", Sound.Download(Rpm)),
        Spares("VD2024", "a program with a path", Sound.Download(Tool with { InstallPath = AbsolutePath.Parse("/usr/bin/tool") })),
        Spares("VD2012", "two packages", Sound.Download(Rpm).Download(Rpm with { Name = ModuleName.Parse("other") })),
        Spares("VD2007", "a package with a path that is not used", Sound.Download(Rpm with { InstallPath = AbsolutePath.Parse("/var/tool") })),
        Spares("VD2013", "an archive with a member", Sound.Download(Tool with { ArchiveMember = RelativePath.Parse("tool") })),
        Raises("VD2013", "a compressed file", Sound.Download(Tool with { Url = HttpUrl.Parse("https://example.org/tool.gz") })),
        Spares("VD2013", "a compressed file that stays one", Sound.Download(Tool with { Url = HttpUrl.Parse("https://example.org/own.ko.xz"), InstallPath = AbsolutePath.Parse("/usr/share/own/own.ko.xz") })),
        Spares("VD2013", "a bare program", Sound.Download(Tool with { Url = HttpUrl.Parse("https://example.org/tool") })),

        Raises("VD2014", "dnf-automatic", Sound.Install("dnf-automatic")),
        Spares("VD2014", "htop", Sound.Install("htop")),

        Raises("VD2015", "an akmod", Sound.Install("akmod-nvidia")),
        Spares("VD2015", "a driver that a script compiles", Sound.Install("akmod-nvidia").Run("a.sh"), File("scripts/a.sh", "akmods --force --kernels \"$kver\"\n")),
        Spares("VD2015", "a ready kmod", Sound.Install("kmod-nvidia")),

        Raises("VD2016", "bootc removed", Sound.Uninstall("bootc")),
        Raises("VD2016", "a pattern over the kernel", Sound.Uninstall("kernel*")),
        Raises("VD2016", "a needed package that lines of one's own remove", Sound.Lines("RUN dnf -y remove kernel-core")),
        Raises("VD2016", "a needed package that a script erases", Sound.Run("a.sh"), File("scripts/a.sh", "rpm --erase --nodeps bootupd\n")),
        Raises("VD2016", "needed packages by a pattern", Sound.Lines("RUN dnf -y remove 'selinux-policy*'")),
        Spares("VD2016", "a kernel that makes room for another one", Sound.Lines("RUN dnf -y remove kernel kernel-core && dnf -y install kernel-longterm")),
        Spares("VD2016", "another package that lines of one's own remove", Sound.Lines("RUN dnf -y remove nano kernel-doc || dnf -y remove systemd-udev-extra")),
        Raises("VD2016", "the tools for accounts removed", Sound.Uninstall("shadow-utils")),
        Raises("VD2016", "util-linux removed by lines of one's own", Sound.Lines("RUN dnf -y remove util-linux")),
        Raises("VD2016", "sudo removed", Sound.Uninstall("sudo")),
        Raises("VD2016", "sudo removed by lines of one's own", Sound.Lines("RUN dnf remove -y sudo")),
        Raises("VD2016", "a needed package that rpm-ostree takes out", Sound.Lines("RUN rpm-ostree override remove util-linux")),
        Spares("VD2016", "other packages that rpm-ostree takes out or replaces", Sound.Lines("RUN rpm-ostree override remove firefox sudo && rpm-ostree override replace --experimental systemd")),
        Spares("VD2016", "sudo removed past its protection", Sound.Lines("RUN dnf -y --setopt=protected_packages= remove sudo\nRUN rpm -e --nodeps sudo")),
        Raises("VD2016", "the program for a file system of the disk image", Sound.Uninstall("xfsprogs")),
        Raises("VD2016", "the program for the EFI partition in lines of one's own", Sound.Lines("RUN dnf -y remove dosfstools")),
        Raises("VD2016", "the program for the root file system of a layout that nobody drew", Sound.Layout().Uninstall("dosfstools")),
        Spares("VD2016", "a program for a file system that no disk image has", Sound.Uninstall("btrfs-progs")),
        Spares("VD2016", "a program for file systems that the installer makes", Sound.Types(ImageType.AnacondaIso).Uninstall("xfsprogs", "dosfstools")),
        Spares("VD2016", "a program that a step removes and installs again", Sound.Lines("RUN dnf -y remove xfsprogs && dnf -y install xfsprogs")),
        Raises("VD2016", "podman, which bootc requires", Sound.Uninstall("podman")),
        Raises("VD2016", "the release of Fedora", Sound.Uninstall("fedora-release*")),
        Spares("VD2016", "the release of Fedora where another takes its place", Sound.Install("generic-release").Uninstall("fedora-release-common")),
        Raises("VD2016", "curl removed where a step fetches", Sound.Download(Tool).Uninstall("curl")),
        Spares("VD2016", "curl removed where nothing is fetched", Sound.Uninstall("curl")),
        Raises("VD2016", "chrony removed where it has servers to ask", SystemFields.NtpServers.Add(Sound, TimeServer.Parse("time.example.org")).Uninstall("chrony")),
        Spares("VD2016", "documentation removed", Sound.Uninstall("man-db")),

        Raises("VD2017", "an environment with all that it recommends", PackagesFields.Environments.Add(PackagesFields.WeakDependencies.Set(Sound, true), PackageGroupId.Parse("kde-desktop-environment"))),
        Raises("VD2017", "the formats of all languages", Sound.Install("glibc-all-langpacks")),
        Spares("VD2017", "an environment without what it recommends", PackagesFields.Environments.Add(PackagesFields.WeakDependencies.Set(Sound, false), PackageGroupId.Parse("kde-desktop-environment"))),
        Spares("VD2017", "the formats of one language", Sound.Install("glibc-langpack-en")),

        Raises("VD2018", "a program in /opt where /opt is a link", Sound.Base("ghcr.io/ublue-os/bluefin:stable").Install("google-chrome-stable")),
        Spares("VD2018", "the same where /opt is a folder", Sound.Install("google-chrome-stable")),
        Spares("VD2018", "the same after /opt was made a folder", ContentFields.BeforePackages.Set(Sound.Base("ghcr.io/ublue-os/bluefin:stable").Install("google-chrome-stable"), "RUN rm /opt && mkdir /opt")),

        Raises("VD2019", "a Flatpak without flatpak", Sound.Flatpak("org.mozilla.firefox")),
        Spares("VD2019", "a Flatpak with flatpak", Sound.Flatpak("org.mozilla.firefox").Install("flatpak")),
        Spares("VD2019", "a base that has flatpak", Sound.Flatpak("org.mozilla.firefox").Base("ghcr.io/ublue-os/aurora:stable")),

        Raises("VD2020", "another kernel", PackagesFields.Kernel.Add(Sound, PackageSpec.Parse("kernel-longterm"))),
        Spares("VD2020", "the base's kernel", Sound),

        Raises("VD2021", "a repository called main", Source("main")),
        Raises("VD2021", "a repository called as the base's updates", Source("updates")),
        Spares("VD2021", "the same name on CentOS", Source("updates").Base("quay.io/centos-bootc/centos-bootc:stream10")),
        Spares("VD2021", "a name of its own", Source("mine")),

        Raises("VD2022", "a repository called as the base's", Source("fedora")),
        Raises("VD2022", "one called as a base's of CentOS", Source("appstream").Base("quay.io/centos-bootc/centos-bootc:stream10")),
        Spares("VD2022", "the same name on Fedora", Source("appstream")),
        Spares("VD2022", "a name of its own", Source("mine")),
    ];

    private static ImageDesign Source(string id) => Sound.PackageSource(new PackageRepository { Id = PackageGroupId.Parse(id) });
}
