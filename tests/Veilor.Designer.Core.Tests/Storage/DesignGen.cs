using CsCheck;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using static Veilor.Designer.Core.Tests.Storage.ValueGen;

namespace Veilor.Designer.Core.Tests.Storage;

/// <summary>Random designs over every field of the registry: each holds only values that its field accepts.</summary>
internal static class DesignGen
{
    private static readonly Gen<ImageSection> Image = Gen.Select(
        ImageName, Line, Line, ValueGen.Version, Reference, Maybe(Digest),
        Gen.Select(List(ValueGen.Architecture, 2), List(Gen.OneOf(Enum.GetValues<MachineUse>()), 4), Line,
            Rows(Gen.Select(ValueGen.Label, Line, (key, value) => new ImageLabel { Key = key, Value = value }), ImageFields.Labels, 2)),
        (name, title, description, version, reference, digest, lists) => new ImageSection
        {
            Name = name,
            Title = title,
            Description = description,
            Version = version,
            Base = reference,
            Digest = digest,
            Architectures = lists.Item1,
            Uses = lists.Item2,
            Vendor = lists.Item3,
            Labels = lists.Item4,
        });

    private static readonly Gen<PackageRepository> Repository = Gen.Select(
        GroupId, Line, Maybe(Url), Maybe(Url), Maybe(ValueGen.Keys), Gen.OneOf(Gen.Const<int?>((int?)null), Gen.Int[1, 99].Select(number => (int?)number)), Gen.Bool,
        (id, name, url, metalink, key, priority, buildOnly) => new PackageRepository
        {
            Id = id,
            Name = name,
            BaseUrl = url,
            Metalink = metalink,
            GpgKey = key,
            Priority = priority,
            BuildOnly = buildOnly,
        });

    private static readonly Gen<PinnedDownload> Download = Gen.Select(
        Module, Gen.OneOf(Url, Gen.Const(Veilor.Designer.Core.Values.HttpUrl.Parse("https://example.org/own-1.0-1.noarch.rpm"))), Digest, Nullable(ValueGen.Architecture), Maybe(Relative), Maybe(Absolute),
        (name, url, digest, architecture, member, path) => new PinnedDownload
        {
            Name = name,
            Url = url,
            Sha256 = digest,
            Architecture = architecture,
            ArchiveMember = member,
            InstallPath = path,
        });

    private static readonly Gen<PackagesSection> Packages = Gen.Select(
        Gen.Bool, Gen.Select(List(GroupId, 3), List(GroupId, 3)), List(Package, 5), List(Package, 3), List(Package, 3),
        Rows(Repository, PackagesFields.Repositories, 2),
        Gen.Select(List(Copr, 2), Rows(Download, PackagesFields.Downloads, 2), Gen.Bool, List(Flatpak, 2), Url, List(Package, 2)),
        (weak, groups, install, remove, exclude, repositories, more) => new PackagesSection
        {
            WeakDependencies = weak,
            Environments = groups.Item1,
            Groups = groups.Item2,
            Install = install,
            Remove = remove,
            Exclude = exclude,
            Repositories = repositories,
            Copr = more.Item1,
            CoprBuildOnly = more.Item3,
            Downloads = more.Item2,
            Flatpaks = more.Item4,
            FlatpakRemote = more.Item5,
            Kernel = more.Item6,
        });

    private static readonly Gen<KernelSection> Kernel = Gen.Select(
        Rows(Gen.Select(Argument, Nullable(ValueGen.Architecture), Gen.OneOf(ArgumentOwner.Image, ArgumentOwner.Installer),
            (argument, architecture, owner) => new KernelArgumentEntry { Argument = argument, Architecture = architecture, Owner = owner }),
            KernelFields.Arguments, 6),
        List(ValueGen.Sysctl, 4), List(Module, 4), List(Argument, 2),
        (arguments, sysctls, modules, optIn) => new KernelSection { Arguments = arguments, Sysctls = sysctls, BlockedModules = modules, OptIn = optIn });

    private static readonly Gen<ServicesSection> Services = Gen.Select(
        List(Unit, 4), List(Unit, 3), List(Unit, 3), Maybe(Unit),
        Gen.Select(Gen.OneOf<bool?>(null, false, true), Gen.OneOf<bool?>(null, false, true), Gen.Enum<SshRootLogin>(), List(UnixName, 2)),
        (enable, disable, mask, target, ssh) => new ServicesSection
        {
            Enable = enable,
            Disable = disable,
            Mask = mask,
            DefaultTarget = target,
            SshPasswords = ssh.Item1,
            SshForwarding = ssh.Item2,
            SshRootLogin = ssh.Item3,
            SshGroups = ssh.Item4,
        });

    private static readonly Gen<UserAccount> Account = Gen.Select(
        Gen.Select(UnixName, Line, List(UnixName, 3)), Maybe(Absolute), Maybe(Absolute), Id, Id, List(SshKey, 2), Maybe(ValueGen.Hash), Gen.Select(Gen.Bool, Gen.Bool, Maybe(ValueGen.Day)),
        (person, shell, home, uid, gid, keys, password, flags) => new UserAccount
        {
            Name = person.Item1,
            FullName = person.Item2,
            Groups = person.Item3,
            Shell = shell,
            Home = home,
            UserId = uid,
            GroupId = gid,
            SshKeys = keys,
            Password = password,
            ChangePasswordAtFirstLogin = flags.Item1,
            IsLocked = flags.Item2,
            Expires = flags.Item3,
        });

    private static readonly Gen<UsersSection> Users = Gen.Select(
        Gen.Bool, Rows(Account, UsersFields.Accounts, 2),
        Rows(Gen.Select(UnixName, Id, (name, id) => new UserGroup { Name = name, GroupId = id }), UsersFields.Groups, 2),
        (lockRoot, accounts, groups) => new UsersSection { LockRoot = lockRoot, Accounts = accounts, Groups = groups });

    private static readonly Gen<SystemSection> System = Gen.Select(
        Maybe(Host), Maybe(Locale), Gen.Select(Maybe(Keyboard), List(Layout, 2)), Maybe(Zone), Gen.Select(List(ValueGen.TimeServer, 2), Gen.Bool),
        Gen.Select(List(Firewall, 3), Maybe(FirewallZone), List(Port, 2)), Gen.Bool,
        (host, locale, keyboards, zone, time, firewall, fips) => new SystemSection
        {
            Hostname = host,
            Locale = locale,
            Keyboard = keyboards.Item1,
            DesktopLayouts = keyboards.Item2,
            TimeZone = zone,
            NtpServers = time.Item1,
            AuthenticatedTime = time.Item2,
            FirewallServices = firewall.Item1,
            FirewallZone = firewall.Item2,
            FirewallPorts = firewall.Item3,
            Fips = fips,
        });

    private static readonly Gen<Partition> Partition = Gen.Select(
        Volume, Gen.Enum<FileSystemKind>(), Gen.Select(Maybe(Mount), Maybe(ValueGen.Options)), ValueGen.Size, Gen.Bool, Gen.Bool,
        (name, kind, mount, size, grow, encrypted) => new Partition
        {
            Name = name,
            FileSystem = kind,
            MountPoint = mount.Item1,
            MountOptions = mount.Item2,
            Size = size,
            Grow = grow,
            Encrypted = encrypted,
        });

    private static readonly Gen<LogicalVolume> Logical = Gen.Select(
        Volume, Gen.Select(Volume, Maybe(ValueGen.Options)), Gen.OneOf(FileSystemKind.Xfs, FileSystemKind.Ext4, FileSystemKind.Swap), Maybe(Mount), ValueGen.Size, Gen.Bool,
        (name, group, kind, mount, size, grow) => new LogicalVolume { Name = name, Group = group.Item1, MountOptions = group.Item2, FileSystem = kind, MountPoint = mount, Size = size, Grow = grow });

    private static readonly Gen<StorageSection> Storage = Gen.Select(
        Gen.Enum<WipePolicy>(), Maybe(Disk), Rows(Partition, StorageFields.Partitions, 4),
        Rows(Gen.Select(Volume, Mount, Volume, Maybe(ValueGen.Options), (name, mount, volume, options) => new Subvolume { Name = name, MountPoint = mount, Volume = volume, MountOptions = options }), StorageFields.Subvolumes, 3),
        Gen.Select(Gen.Enum<LuksKeyDerivation>(), Rows(Logical, StorageFields.LogicalVolumes, 3), Maybe(ValueGen.Zram), Gen.Enum<ZramAlgorithm>(), Nullable(Gen.Int[32, 4096])),
        (wipe, disk, partitions, subvolumes, more) => new StorageSection
        {
            LogicalVolumes = more.Item2,
            ZramSize = more.Item3,
            ZramAlgorithm = more.Item4,
            KeyDerivationMemory = more.Item5,
            Wipe = wipe,
            TargetDisk = disk,
            Partitions = partitions,
            KeyDerivation = more.Item1,
            Subvolumes = partitions.FirstOrDefault(each => each.FileSystem == FileSystemKind.Btrfs) is { } volume
                ? [.. subvolumes.Select(each => each with { Volume = volume.Name })]
                : subvolumes,
        });

    private static readonly Gen<BrandingSection> Branding = Gen.Select(
        Line, Line, Line, Maybe(GroupId), Maybe(Url), Maybe(Volume),
        (name, pretty, variant, variantId, url, theme) => new BrandingSection
        {
            Name = name,
            PrettyName = pretty,
            Variant = variant,
            VariantId = variantId,
            HomeUrl = url,
            PlymouthTheme = theme,
        });

    private static readonly Gen<OverlaySection> Overlay = Gen.Select(
        Maybe(Volume), Maybe(Absolute),
        Rows(Gen.Select(Relative, Mode, UnixName, UnixName, (path, mode, owner, group) => new FilePermission { Path = path, Mode = mode, Owner = owner, Group = group }), ContentFields.Permissions, 2),
        List(Relative, 2),
        (from, target, permissions, exclude) => new OverlaySection { From = from, AssetsTarget = target, Permissions = permissions, Exclude = exclude });

    private static readonly Gen<OutputsSection> Outputs = Gen.Select(
        List(Gen.Enum<ImageType>(), 3), Gen.Enum<BuilderKind>(), Gen.Enum<RootFileSystem>(),
        List(Gen.OneOf(Gen.OneOf("VD3003", "VD9999"), Line.Where(text => text.Length > 0)), 2),
        Maybe(RegistryName),
        (types, builder, root, acknowledged, installer) => new OutputsSection { ImageTypes = types, Builder = builder, RootFileSystem = root, Acknowledged = acknowledged, InstallerImage = installer });

    private static readonly Gen<(InstallerSection, PublishSection, WorkflowSection)> Delivery = Gen.Select(
        Gen.Select(Gen.Enum<InstallerMode>(), Lines, Lines, List(Gen.Enum<AnacondaModule>(), 2), List(Gen.Enum<AnacondaModule>(), 2), Gen.Bool,
            (mode, text, own, enabled, disabled, hasOwn) => new InstallerSection { Mode = mode, ExtraKickstart = text, OwnKickstart = hasOwn ? own : "", EnabledModules = enabled, DisabledModules = disabled }),
        Gen.Select(Maybe(RegistryName), ValueGen.Version, Gen.Bool, List(ValueGen.Version, 2), Gen.Bool, Gen.Enum<PushCompression>(), Gen.Bool,
            (name, tag, signed, tags, dated, compression, rechunk) => new PublishSection { Repository = name, Tag = tag, Signed = signed, ExtraTags = tags, DatedTag = dated, Compression = compression, Rechunk = rechunk }),
        Gen.Select(Gen.Bool, Gen.Int[1, 360], Gen.Bool, Gen.Bool, Gen.Enum<BuildSchedule>(),
            (enabled, minutes, iso, release, schedule) => new WorkflowSection { Enabled = enabled, TimeoutMinutes = minutes, BuildIso = iso, Release = release, Schedule = schedule }));

    private static readonly Gen<BuildSecret> Secret = Gen.Select(
        ValueGen.SecretId, Line, ValueGen.SecretSource, List(ValueGen.SecretStep, 3), Maybe(ValueGen.SecretPlace),
        (id, purpose, from, steps, place) => new BuildSecret { Id = id, Purpose = purpose, From = from, Steps = steps, Place = place });

    private static readonly Gen<(ScriptsSection, ExtraSection)> Own = Gen.Select(
        Gen.Select(List(Relative, 2), List(Relative, 3), List(Relative, 2)), Lines, Lines, Lines, Rows(Secret, SecretFields.Secrets, 3),
        (scripts, first, second, third, secrets) => (new ScriptsSection { BeforePackages = scripts.Item1, Run = scripts.Item2, FirstBoot = scripts.Item3 }, new ExtraSection { BeforePackages = first, AfterPackages = second, BeforeLint = third, Secrets = secrets }));

    /// <summary>Any design.</summary>
    public static Gen<ImageDesign> Any { get; } = Gen.Select(
        Gen.Select(Image, Packages, Kernel, Services),
        Gen.Select(Users, System, Storage, Branding),
        Gen.Select(Overlay, Outputs, Delivery, Own),
        (first, second, third) => new ImageDesign
        {
            Image = first.Item1,
            Packages = first.Item2,
            Kernel = first.Item3,
            Services = first.Item4,
            Users = second.Item1,
            System = second.Item2,
            Storage = second.Item3,
            Branding = second.Item4,
            Overlay = third.Item1,
            Outputs = third.Item2,
            Installer = third.Item3.Item1,
            Publish = third.Item3.Item2,
            Workflow = third.Item3.Item3,
            Scripts = third.Item4.Item1,
            Extra = third.Item4.Item2,
        });

    /// <summary>Any design without Containerfile and kickstart lines of one's own, whose text is taken as it is.</summary>
    public static Gen<ImageDesign> WithoutOwnLines { get; } = Any.Select(design =>
        design with { Extra = new ExtraSection { Secrets = design.Extra.Secrets }, Installer = design.Installer with { ExtraKickstart = "", OwnKickstart = "" } });

    private static Gen<int?> Id => Gen.OneOf(Gen.Const<int?>((int?)null), Gen.Int[1000, 60000].Select(id => (int?)id));

    private static Gen<T?> Nullable<T>(Gen<T> gen) where T : struct => Gen.OneOf(Gen.Const<T?>((T?)null), gen.Select(value => (T?)value));
}
