using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>A design in which every field has a value, and every list a row with all of its cells.</summary>
internal static class FullDesign
{
    public static ImageDesign Find()
    {
        var design = Encrypted
            .Install("htop").Uninstall("man-db").Exclude("abrt")
            .Argument("vsyscall=none", architecture: Architecture.X86_64).Argument("console=ttyS0", ArgumentOwner.Installer)
            .Sysctl("kernel.sysrq = 0").Block("dccp").Enable("sshd.service").Disable("cups.service").Mask("avahi-daemon.service")
            .Types(ImageType.AnacondaIso, ImageType.Qcow2).Run("10-own.sh").Lines("RUN true").Kickstart("firewall --enabled")
            .PackageSource(new PackageRepository { Name = "Example", BaseUrl = HttpUrl.Parse("https://example.org/r"), GpgKey = GpgKeys.Parse("https://example.org/k"), Metalink = HttpUrl.Parse("https://example.org/m"), Priority = 50, BuildOnly = true })
            .Download(new PinnedDownload { Architecture = Architecture.X86_64, ArchiveMember = RelativePath.Parse("a/tool") })
            .Ada(each => each with
            {
                FullName = "Ada",
                Shell = AbsolutePath.Parse("/bin/bash"),
                Home = AbsolutePath.Parse("/var/home/ada"),
                UserId = 1000,
                GroupId = 1000,
                Password = PasswordHash.Parse(Hash),
                ChangePasswordAtFirstLogin = true,
                IsLocked = true,
            });
        design = UsersFields.Groups.Put(design, new UserGroup { GroupId = 2000 });
        design = ContentFields.Permissions.Put(design, new FilePermission());
        return design with
        {
            Image = design.Image with { Title = "Title", Description = "Description", Vendor = "Vendor", Labels = [new ImageLabel { Value = "value" }] },
            Kernel = design.Kernel with { OptIn = [KernelArgument.Parse("oops=panic")] },
            Packages = design.Packages with
            {
                WeakDependencies = true,
                Environments = [PackageGroupId.Parse("kde-desktop-environment")],
                Groups = [PackageGroupId.Parse("core")],
                Copr = [CoprProject.Parse("owner/project")],
                CoprBuildOnly = true,
                Kernel = [PackageSpec.Parse("kernel-longterm")],
                Flatpaks = [FlatpakId.Parse("org.mozilla.firefox")],
            },
            Services = design.Services with
            {
                DefaultTarget = UnitName.Parse("graphical.target"),
                SshPasswords = false,
                SshForwarding = false,
                SshRootLogin = SshRootLogin.Never,
                SshGroups = [UnixName.Parse("wheel")],
            },
            System = design.System with
            {
                Hostname = Hostname.Parse("host"),
                NtpServers = [TimeServer.Parse("time.example.org")],
                FirewallServices = [FirewallService.Parse("ssh")],
                FirewallZone = FirewallZone.Parse("public"),
                FirewallPorts = [FirewallPort.Parse("8080/tcp")],
                DesktopLayouts = [DesktopLayout.Parse("us"), DesktopLayout.Parse("de(nodeadkeys)")],
                AuthenticatedTime = true,
                Fips = true,
            },
            Storage = design.Storage with
            {
                TargetDisk = DiskName.Parse("sda"),
                Partitions = design.Storage.Partitions.Select(each => each.Name.ToString() == "boot" ? each with { MountOptions = MountOptions.Parse("nodev") } : each).Append(Partition("group", FileSystemKind.Lvm, mountPoint: null, "8 GiB")).ToEquatableArray(),
                LogicalVolumes = [LogicalVolume("var", "/var", "group") with { Grow = true, MountOptions = MountOptions.Parse("noatime") }],
                KeyDerivationMemory = 1024,
                ZramSize = ZramSize.Parse("ram / 2"),
                ZramAlgorithm = ZramAlgorithm.Zstd,
            },
            Branding = new BrandingSection
            {
                Name = "Name",
                PrettyName = "Pretty",
                Variant = "Variant",
                VariantId = PackageGroupId.Parse("variant"),
                HomeUrl = HttpUrl.Parse("https://example.org"),
                PlymouthTheme = VolumeName.Parse("theme"),
            },
            Overlay = design.Overlay with { From = VolumeName.Parse("own"), AssetsTarget = AbsolutePath.Parse("/usr/share/own") },
            Outputs = design.Outputs with { Acknowledged = ["VD3003"] },
            Extra = new ExtraSection
            {
                BeforePackages = "RUN true",
                AfterPackages = "RUN true",
                BeforeLint = "RUN true",
                Secrets =
                [
                    new BuildSecret { Id = SecretId.Parse("repo-token"), Purpose = "The repository", From = SecretSource.Parse("REPO_TOKEN"), Steps = [SecretStep.Packages], Place = SecretPlace.Parse("/etc/dnf/vars/token") },
                    new BuildSecret { Id = SecretId.Parse("key"), From = SecretSource.Parse("/home/me/key"), Steps = [SecretStep.Scripts] },
                ],
            },
            Scripts = design.Scripts with { BeforePackages = [RelativePath.Parse("05-early.sh")], FirstBoot = [RelativePath.Parse("90-first.sh")] },
            Workflow = new WorkflowSection { BuildIso = true, Release = true, Schedule = BuildSchedule.Daily },
            Publish = design.Publish with { ExtraTags = [VersionTag.Parse("stable")], DatedTag = true, Rechunk = true, Compression = PushCompression.ZstdChunked },
            Installer = design.Installer with { EnabledModules = [AnacondaModule.Subscription], DisabledModules = [AnacondaModule.Services] },
        };
    }
}
