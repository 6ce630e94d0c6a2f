using CsCheck;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Validation.Rules;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Random designs without errors, over every image type that a design can describe, front end and root file system.</summary>
internal static class ValidDesigns
{
    /// <summary>What an image for the network needs in its initramfs; no other image type minds it.</summary>
    public static DesignContent Content { get; } =
        Designs.File("overlay/usr/lib/dracut/dracut.conf.d/50-live.conf", "add_dracutmodules+=\" livenet dmsquash-live \"\n");

    public static IReadOnlyList<ImageType> Types { get; } = [.. Enum.GetValues<ImageType>()];

    private static readonly ImageReference Installer = ImageReference.Parse("quay.io/example/installer:1");

    private static readonly string LastLook = new RefusedOutputRule().Descriptor.Code;

    private static readonly Gen<StorageSection> Layout = Gen.Select(
        Gen.Int[0, 5], Gen.Bool, Gen.Bool, Gen.OneOf("/home", "/var/lib/data", "/srv", "/data"), Gen.Int[0, 40], Gen.Enum<WipePolicy>(), ValueGen.Maybe(ValueGen.Disk),
        (kind, isEncrypted, hasSwap, mount, gibibytes, wipe, disk) =>
        {
            var size = $"{gibibytes + 4} GiB";
            var design = kind switch
            {
                0 => Sound.Layout(),
                1 => Sound.Layout(Partition("root", FileSystemKind.Ext4, "/", size)),
                2 => Sound.Layout(Partition("efi", FileSystemKind.Efi, mountPoint: null, "600 MiB"), Partition("boot", FileSystemKind.Xfs, "/boot"), Partition("root", FileSystemKind.Xfs, "/", size) with { Encrypted = isEncrypted }, Partition("data", FileSystemKind.Ext4, mount)),
                5 => Sound.Layout(Partition("boot", FileSystemKind.Ext4, "/boot"), Partition("group", FileSystemKind.Lvm, mountPoint: null, $"{gibibytes + 20} GiB") with { Encrypted = isEncrypted, Grow = true })
                    .Logical(LogicalVolume("root", "/", "group", $"{gibibytes + 4} GiB"), LogicalVolume("more", mount, "group") with { FileSystem = FileSystemKind.Ext4, Grow = true }, LogicalVolume("swap", mountPoint: null, "group")),
                _ => Sound.Layout(Partition("efi", FileSystemKind.Efi, "/boot/efi", "600 MiB"), Partition("boot", FileSystemKind.Ext4, "/boot"), Partition("disk", FileSystemKind.Btrfs, mountPoint: null, size) with { Encrypted = isEncrypted, Grow = true })
                    .Volumes(Subvolume("root", "/", "disk"), Subvolume("more", mount, "disk")),
            };
            design = hasSwap && kind > 0 ? design.Part(Partition("swap", FileSystemKind.Swap, mountPoint: null, "3 GiB")) : design;
            return design.Storage with { Wipe = wipe, TargetDisk = disk };
        });

    /// <summary>The design that makes the types, with the installer container that two of them are made of.</summary>
    public static ImageDesign Making(ImageDesign design, params EquatableArray<ImageType> types)
    {
        var made = design with { Outputs = design.Outputs with { ImageTypes = types, InstallerImage = Installer } };
        return types.Any(type => made.InstallerOf(type) is not null) ? made : made with { Outputs = made.Outputs with { InstallerImage = null } };
    }

    private static readonly Gen<ImageType> Type = Gen.Int[0, Types.Count - 1].Select(index => Types[index]);

    private static readonly Gen<ServicesSection> Services = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.OneOf("multi-user.target", "graphical.target"),
        (enablesSsh, masks, target) => new ServicesSection
        {
            Enable = enablesSsh ? [UnitName.Parse("sshd.service")] : [],
            Mask = masks ? [UnitName.Parse("debug-shell.service")] : [],
            DefaultTarget = UnitName.Parse(target),
        });

    /// <summary>
    /// The random parts as they come, or, where those have errors of their own, as much of them as can stand together.
    /// </summary>
    public static Gen<ImageDesign> Any { get; } = Gen.Select(
        DesignGen.WithoutOwnLines, Layout, Services, Type, Type,
        (design, storage, services, type, second) =>
        {
            var plain = design with
            {
                Image = design.Image with { Base = Sound.Image.Base, Architectures = [Architecture.X86_64] },
                Packages = new PackagesSection { Install = design.Packages.Install },
                Services = new ServicesSection(),
                Scripts = new ScriptsSection(),
                Overlay = new OverlaySection(),
                System = design.System with { FirewallServices = [], FirewallPorts = [], FirewallZone = null, Fips = false },
                Storage = storage,
                Installer = design.Installer with { DisabledModules = [] },
            };
            plain = Making(plain, type);
            var full = Making(plain, type == second ? [type] : [type, second]) with
            {
                Packages = design.Packages,
                Services = services,
                System = design.System,
            };
            return IsValid(full) ? full : plain;
        }).Where(IsValid);

    /// <summary>No rule of its own finds an error. What the last look at the generated files finds would be a gap in the rules, so it does not count.</summary>
    private static bool IsValid(ImageDesign design) =>
        Compiled.Of(design, Content).Diagnostics.All(each => each.Severity != DiagnosticSeverity.Error || string.Equals(each.Code, LastLook, StringComparison.Ordinal));
}
