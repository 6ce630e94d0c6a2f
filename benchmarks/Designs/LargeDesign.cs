using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Passwords;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Benchmarks.Designs;

/// <summary>
/// A design far larger than those that people make: 2,000 packages, every kernel argument, sysctl setting and module of
/// the catalogue, 50 users with keys, 40 subvolumes, 300 overlay files, 20 scripts. It is the same on every machine.
/// </summary>
/// <remarks>It has problems on purpose: contradicting settings make the rules speak, which costs more than silence.</remarks>
public static class LargeDesign
{
    public const int Packages = 2000;
    public const int Users = 50;
    public const int Subvolumes = 40;
    public const int OverlayFiles = 300;
    public const int Scripts = 20;

    private static readonly UnixName[] UserGroups = [UnixName.Parse("wheel"), UnixName.Parse("libvirt")];

    public static ImageDesign Design() => new()
    {
        Image = new ImageSection { Name = ImageName.Parse("large"), Title = "Large", Description = "A design to measure with" },
        Packages = new PackagesSection
        {
            Environments = [PackageGroupId.Parse("kde-desktop-environment")],
            Groups = [PackageGroupId.Parse("core"), PackageGroupId.Parse("standard")],
            Install = PackageNames().Take(Packages).Select(PackageSpec.Parse).ToEquatableArray(),
            Remove = [PackageSpec.Parse("abrt*"), PackageSpec.Parse("man-db"), PackageSpec.Parse("kde-connect")],
        },
        Kernel = new KernelSection
        {
            Arguments = DesignCatalogue.Arguments
                .Select(entry => new KernelArgumentEntry { Argument = entry.Argument, Architecture = entry.Architecture })
                .DistinctBy(entry => entry.Argument.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            Sysctls = DesignCatalogue.Sysctls.Select(entry => entry.Setting)
                .DistinctBy(setting => setting.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            BlockedModules = DesignCatalogue.ModuleFamilies.SelectMany(family => family.Modules)
                .DistinctBy(module => module.ToString(), StringComparer.Ordinal).ToEquatableArray(),
        },
        Services = new ServicesSection
        {
            Enable = Units(ServiceAdvice.Enable, ServiceAdvice.Optional),
            Disable = Units(ServiceAdvice.Disable),
            Mask = Units(ServiceAdvice.Mask),
            DefaultTarget = UnitName.Parse("graphical.target"),
        },
        Users = new UsersSection { Accounts = Enumerable.Range(1, Users).Select(Account).ToEquatableArray() },
        System = new SystemSection { Hostname = Hostname.Parse("large") },
        Storage = new StorageSection
        {
            Partitions =
            [
                new Partition { Name = VolumeName.Parse("efi"), FileSystem = FileSystemKind.Efi, MountPoint = MountPoint.Parse("/boot/efi"), Size = ByteSize.Parse("600 MiB") },
                new Partition { Name = VolumeName.Parse("boot"), MountPoint = MountPoint.Parse("/boot") },
                new Partition { Name = VolumeName.Parse("data"), FileSystem = FileSystemKind.Btrfs, Size = ByteSize.Parse("64 GiB"), Grow = true, Encrypted = true },
            ],
            Subvolumes = Enumerable.Range(0, Subvolumes).Select(Volume).ToEquatableArray(),
        },
        Overlay = new OverlaySection
        {
            Permissions = Enumerable.Range(1, 20).Select(i => new FilePermission
            {
                Path = RelativePath.Parse(Name("etc/large.d/", i, ".conf")),
                Mode = PosixMode.Parse("0600"),
            }).ToEquatableArray(),
        },
        Scripts = new ScriptsSection { Run = Enumerable.Range(1, Scripts).Select(i => RelativePath.Parse(Name("", i, ".sh"))).ToEquatableArray() },
        Outputs = new OutputsSection { ImageTypes = [ImageType.AnacondaIso, ImageType.Qcow2], RootFileSystem = RootFileSystem.Btrfs },
        Publish = new PublishSection { Repository = ImageReference.Parse("registry.example.com/large/large") },
        Workflow = new WorkflowSection { BuildIso = true, Release = true },
        Extra = new ExtraSection
        {
            AfterPackages = "RUN dnf5 config-manager setopt fedora-cisco-openh264.enabled=0\nRUN systemctl enable large-1.service",
            BeforeLint = "RUN rm -rf /usr/share/doc/large",
        },
    };

    /// <summary>The files beside it: settings, units and programs in the overlay, and the scripts.</summary>
    public static IEnumerable<ContentFile> Files() =>
        Enumerable.Range(1, OverlayFiles).Select(OverlayFile)
            .Concat(Enumerable.Range(1, Scripts).Select(i => File("scripts/" + Name("", i, ".sh"), ScriptText(i), isExecutable: true)));

    private static IEnumerable<string> PackageNames() =>
        DesignCatalogue.Packages.Where(package => package.Kind == PackageKind.Package).Select(package => package.Name)
            .Concat(Enumerable.Range(1, Packages).Select(i => Name("large-package-", i, i % 3 == 0 ? "-libs" : "")))
            .Distinct(StringComparer.Ordinal);

    private static EquatableArray<UnitName> Units(params ServiceAdvice[] advice) =>
        DesignCatalogue.Services.Where(service => advice.Contains(service.Advice)).Select(service => service.Unit).Distinct().ToEquatableArray();

    private static UserAccount Account(int number) => new()
    {
        Name = UnixName.Parse(Name("user", number, "")),
        FullName = Name("User ", number, ""),
        Groups = UserGroups.ToEquatableArray(),
        Shell = AbsolutePath.Parse("/bin/bash"),
        UserId = 2000 + number,
        SshKeys = [SshPublicKey.Parse(Key(number))],
        // The hash of a canary, with the fewest rounds; nobody logs in with it.
        Password = number % 5 == 0 ? Sha512Crypt.Hash("canary", "benchmark", Sha512Crypt.MinimumRounds) : null,
        ChangePasswordAtFirstLogin = true,
    };

    private static Subvolume Volume(int number) => new()
    {
        Name = VolumeName.Parse(number switch { 0 => "root", 1 => "home", _ => Name("volume", number, "") }),
        MountPoint = MountPoint.Parse(number switch { 0 => "/", 1 => "/var/home", _ => Name("/var/lib/volume", number, "") }),
        Volume = VolumeName.Parse("data"),
    };

    private static ContentFile OverlayFile(int number) => (number % 6) switch
    {
        0 => File("overlay/" + Name("usr/lib/systemd/system/large-", number, ".service"), UnitText(number)),
        1 => File("overlay/" + Name("usr/libexec/large/program-", number, ""), ScriptText(number), isExecutable: true),
        2 => File("overlay/" + Name("usr/share/large/page-", number, ".html"), SettingsText(number)),
        _ => File("overlay/" + Name("etc/large.d/", number, ".conf"), SettingsText(number)),
    };

    private static string UnitText(int number) =>
        $"[Unit]\nDescription=Unit {number} of the large design\nAfter=network-online.target\n\n[Service]\nType=oneshot\n"
        + $"ExecStart=/usr/libexec/large/program-{number}\n\n[Install]\nWantedBy=multi-user.target\n";

    private static string ScriptText(int number) =>
        "#!/usr/bin/env bash\nset -euo pipefail\n\n"
        + string.Concat(Enumerable.Range(1, 30).Select(line => $"install -Dm0644 /ctx/files/{number}-{line} /usr/share/large/{number}/{line}\n"));

    private static string SettingsText(int number) =>
        $"# Settings {number}\n" + string.Concat(Enumerable.Range(1, 30).Select(line => $"key{line} = value {number}\n"));

    /// <summary>An ed25519 key of the right form; its 32 bytes are the digest of the number.</summary>
    private static string Key(int number)
    {
        var type = "ssh-ed25519"u8;
        var point = SHA256.HashData(BitConverter.GetBytes(number));
        var blob = new byte[4 + type.Length + 4 + point.Length];
        BinaryPrimitives.WriteInt32BigEndian(blob, type.Length);
        type.CopyTo(blob.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(blob.AsSpan(4 + type.Length), point.Length);
        point.CopyTo(blob.AsSpan(8 + type.Length));
        return $"ssh-ed25519 {Convert.ToBase64String(blob)} user{number}@example.com";
    }

    private static ContentFile File(string path, string text, bool isExecutable = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ContentFile(path, isExecutable, bytes.Length, () => new MemoryStream(bytes));
    }

    private static string Name(string before, int number, string after) =>
        string.Create(CultureInfo.InvariantCulture, $"{before}{number}{after}");
}
