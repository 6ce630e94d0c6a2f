using System.Buffers.Binary;
using System.Text;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Validation;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>A design without any diagnostic, and short words for changing it.</summary>
internal static class Designs
{
    public const string Hash =
        "$6$saltsalt$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.";

    /// <summary>Nothing is wrong with it and nothing is to be learned from it.</summary>
    public static ImageDesign Sound { get; } = new ImageDesign
    {
        Image = new ImageSection { Digest = Sha256Digest.Parse(new string('a', 64)) },
        Users = new UsersSection
        {
            Accounts = [new UserAccount { Name = UnixName.Parse("ada"), Groups = [UnixName.Parse("wheel")], SshKeys = [Key(1)] }],
        },
        Extra = new ExtraSection { BeforePackages = "RUN echo '%wheel ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/wheel" },
        Publish = new PublishSection { Repository = ImageReference.Parse("ghcr.io/example/image") },
        Outputs = new OutputsSection { ImageTypes = [ImageType.Qcow2] },
    }.Layout(
        Partition("efi", FileSystemKind.Efi, "/boot/efi", "600 MiB"),
        Partition("boot", FileSystemKind.Ext4, "/boot", "1 GiB"),
        Partition("root", FileSystemKind.Xfs, "/", "20 GiB"));

    /// <summary>The same with an installer ISO that a person answers.</summary>
    public static ImageDesign Iso { get; } = Sound.Types(ImageType.AnacondaIso);

    /// <summary>The same with an installer ISO that nobody answers.</summary>
    public static ImageDesign Unattended { get; } = DeliveryFields.InstallerMode.Set(
        StorageFields.TargetDisk.Set(Iso, DiskName.Parse("sda")), InstallerMode.Unattended);

    /// <summary>An installer ISO with an encrypted btrfs volume.</summary>
    public static ImageDesign Encrypted { get; } = Iso.Layout(
        Partition("efi", FileSystemKind.Efi, "/boot/efi", "600 MiB"),
        Partition("boot", FileSystemKind.Ext4, "/boot", "1 GiB"),
        Partition("disk", FileSystemKind.Btrfs, mountPoint: null, "20 GiB") with { Encrypted = true })
        .Volumes(Subvolume("root", "/", "disk"), Subvolume("home", "/home", "disk"));

    public static SshPublicKey Key(byte seed)
    {
        var type = "ssh-ed25519"u8;
        var blob = new byte[4 + type.Length + 4 + 32];
        BinaryPrimitives.WriteUInt32BigEndian(blob, (uint)type.Length);
        type.CopyTo(blob.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(4 + type.Length), 32);
        blob.AsSpan(8 + type.Length).Fill(seed);
        return SshPublicKey.Parse($"ssh-ed25519 {Convert.ToBase64String(blob)} ada@example.org");
    }

    public static Partition Partition(string name, FileSystemKind kind, string? mountPoint, string size = "2 GiB") => new()
    {
        Name = VolumeName.Parse(name),
        FileSystem = kind,
        MountPoint = mountPoint is null ? null : MountPoint.Parse(mountPoint),
        Size = ByteSize.Parse(size),
    };

    public static Subvolume Subvolume(string name, string mountPoint, string volume) => new()
    {
        Name = VolumeName.Parse(name),
        MountPoint = MountPoint.Parse(mountPoint),
        Volume = VolumeName.Parse(volume),
    };

    public static LogicalVolume LogicalVolume(string name, string? mountPoint, string group, string size = "2 GiB") => new()
    {
        Name = VolumeName.Parse(name),
        Group = VolumeName.Parse(group),
        FileSystem = mountPoint is null ? FileSystemKind.Swap : FileSystemKind.Xfs,
        MountPoint = mountPoint is null ? null : MountPoint.Parse(mountPoint),
        Size = ByteSize.Parse(size),
    };

    public static ImageDesign Logical(this ImageDesign design, params LogicalVolume[] volumes) =>
        StorageFields.LogicalVolumes.Set(design, [.. volumes]);

    public static ImageDesign Layout(this ImageDesign design, params Partition[] partitions) =>
        design with { Storage = design.Storage with { Partitions = [.. partitions], Subvolumes = [], LogicalVolumes = [] } };

    /// <summary>The design with a further partition.</summary>
    public static ImageDesign Part(this ImageDesign design, Partition partition) => StorageFields.Partitions.Put(design, partition);

    public static ImageDesign Volumes(this ImageDesign design, params Subvolume[] subvolumes) =>
        StorageFields.Subvolumes.Set(design, [.. subvolumes]);

    public static ImageDesign Types(this ImageDesign design, params ImageType[] types) => DeliveryFields.ImageTypes.Set(design, [.. types]);

    public static ImageDesign Install(this ImageDesign design, params string[] packages) =>
        packages.Aggregate(design, (each, name) => PackagesFields.Install.Add(each, PackageSpec.Parse(name)));

    public static ImageDesign Uninstall(this ImageDesign design, params string[] packages) =>
        packages.Aggregate(design, (each, name) => PackagesFields.Remove.Add(each, PackageSpec.Parse(name)));

    public static ImageDesign Exclude(this ImageDesign design, string package) =>
        PackagesFields.Exclude.Add(design, PackageSpec.Parse(package));

    public static ImageDesign Argument(
        this ImageDesign design, string text, ArgumentOwner owner = ArgumentOwner.Image, Architecture? architecture = null) =>
        KernelFields.Arguments.Put(design, new KernelArgumentEntry { Argument = KernelArgument.Parse(text), Owner = owner, Architecture = architecture });

    public static ImageDesign Sysctl(this ImageDesign design, string text) => KernelFields.Sysctls.Add(design, SysctlSetting.Parse(text));

    public static ImageDesign Block(this ImageDesign design, string module) => KernelFields.BlockedModules.Add(design, ModuleName.Parse(module));

    public static ImageDesign Enable(this ImageDesign design, string unit) => ServicesFields.Enable.Add(design, UnitName.Parse(unit));

    public static ImageDesign Disable(this ImageDesign design, string unit) => ServicesFields.Disable.Add(design, UnitName.Parse(unit));

    public static ImageDesign Mask(this ImageDesign design, string unit) => ServicesFields.Mask.Add(design, UnitName.Parse(unit));

    public static ImageDesign Kickstart(this ImageDesign design, string text) => DeliveryFields.ExtraKickstart.Set(design, text);

    public static ImageDesign Lines(this ImageDesign design, string text) => ContentFields.AfterPackages.Set(design, text);

    public static ImageDesign Repository(this ImageDesign design, string? reference) =>
        DeliveryFields.Repository.Set(design, reference is null ? null : ImageReference.Parse(reference));

    public static ImageDesign Accounts(this ImageDesign design, params UserAccount[] accounts) => UsersFields.Accounts.Set(design, [.. accounts]);

    /// <summary>The design with its first user changed.</summary>
    public static ImageDesign Ada(this ImageDesign design, Func<UserAccount, UserAccount> change) =>
        UsersFields.Accounts.Put(design, change(UsersFields.Accounts.Find(design, "ada")!));

    public static ImageDesign Download(this ImageDesign design, PinnedDownload download) => PackagesFields.Downloads.Put(design, download);

    public static ImageDesign Flatpak(this ImageDesign design, string id) => PackagesFields.Flatpaks.Add(design, FlatpakId.Parse(id));

    public static ImageDesign PackageSource(this ImageDesign design, PackageRepository repository) => PackagesFields.Repositories.Put(design, repository);

    public static ImageDesign Run(this ImageDesign design, string script) => ContentFields.RunScripts.Add(design, RelativePath.Parse(script));

    /// <summary>The design for machines that do this.</summary>
    public static ImageDesign For(this ImageDesign design, params MachineUse[] uses) => ImageFields.Uses.Set(design, [.. uses]);

    public static ImageDesign Base(this ImageDesign design, string reference) => ImageFields.Base.Set(design, ImageReference.Parse(reference));

    /// <summary>Files by path, all empty.</summary>
    public static DesignContent Files(params string[] paths) => Texts([.. paths.Select(path => (path, ""))]);

    /// <summary>One file with its text.</summary>
    public static DesignContent File(string path, string text) => Texts((path, text));

    public static DesignContent Texts(params (string Path, string Text)[] files) =>
        new(files.Select(file =>
        {
            var bytes = Encoding.UTF8.GetBytes(file.Text);
            return new ContentFile(file.Path, isExecutable: file.Path.EndsWith(".sh", StringComparison.Ordinal), bytes.Length, () => new MemoryStream(bytes));
        }));
}
