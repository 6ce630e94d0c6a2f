using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>One layout in two languages, and what each of them leaves out.</summary>
public sealed class StorageDocumentTests
{
    private static readonly ImageDesign Lvm = Iso.Types(ImageType.AnacondaIso, ImageType.Qcow2).Layout(
        Partition("boot", FileSystemKind.Ext4, "/boot", "1 GiB") with { MountOptions = MountOptions.Parse("nodev,nosuid") },
        Partition("system", FileSystemKind.Lvm, mountPoint: null, "32 GiB") with { Grow = true, Encrypted = true })
        .Logical(
            LogicalVolume("root", "/", "system", "16 GiB"),
            LogicalVolume("var", "/home", "system", "8 GiB") with { Grow = true, MountOptions = MountOptions.Parse("noatime") },
            LogicalVolume("swap", mountPoint: null, "system", "4 GiB"));

    [Fact]
    public void The_kickstart_makes_the_group_and_then_its_volumes()
    {
        var kickstart = Text(StorageFields.KeyDerivationMemory.Set(Lvm, 512), BundlePaths.IsoKickstart);

        Assert.Contains("part /boot --fstype=ext4 --label=boot --size=1024 --fsoptions=nodev,nosuid\n", kickstart, StringComparison.Ordinal);
        Assert.Contains(
            """
            part pv.system --size=32768 --grow --encrypted --luks-version=luks2 --pbkdf=argon2id --pbkdf-memory=524288
            volgroup system pv.system
            logvol / --vgname=system --name=root --fstype=xfs --size=16384
            logvol /home --vgname=system --name=var --fstype=xfs --size=8192 --grow --fsoptions=noatime
            logvol swap --vgname=system --name=swap --size=4096

            """,
            kickstart,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_for_a_whole_btrfs_volume_goes_to_the_kernel_and_the_rest_to_fstab()
    {
        var design = Encrypted.Volumes(
            Subvolume("root", "/", "disk") with { MountOptions = MountOptions.Parse("compress=zstd:1,noatime,nodev") },
            Subvolume("home", "/home", "disk") with { MountOptions = MountOptions.Parse("noatime,nodev,compress=lzo") },
            Subvolume("data", "/var/a.b+c", "disk") with { MountOptions = MountOptions.Parse("ro") });
        var document = Compiled.Of(design).Document(BundlePaths.IsoKickstart);

        Assert.Contains("bootloader --append=rootflags=compress=zstd:1,noatime\n", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("compress=lzo", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("noatime", Compiled.Of(design).Document(BundlePaths.DiskConfig).Text, StringComparison.Ordinal);
        Assert.Equal(
            """
            UUID=1 / btrfs subvol=root,compress=zstd:1 0 0
            UUID=1 /home btrfs subvol=home,compress=zstd:1,noatime,nodev 0 0
            UUID=1 /home/a btrfs subvol=other 0 0
            UUID=1	/var/a.b+c	btrfs	subvol=data,ro	0 0
            UUID=1 /var/axb+c btrfs subvol=third 0 0
            UUID=2 /boot ext4 defaults 1 2
            """,
            Edited(document, """
            UUID=1 / btrfs subvol=root,compress=zstd:1 0 0
            UUID=1 /home btrfs subvol=home,compress=zstd:1 0 0
            UUID=1 /home/a btrfs subvol=other 0 0
            UUID=1	/var/a.b+c	btrfs	subvol=data	0 0
            UUID=1 /var/axb+c btrfs subvol=third 0 0
            UUID=2 /boot ext4 defaults 1 2
            """));
        Assert.All(
            document.Lines.Where(line => line.Text.StartsWith("sed ", StringComparison.Ordinal) || line.Text.StartsWith("bootloader ", StringComparison.Ordinal)),
            line => Assert.Contains(line.Origins, origin => origin.Value.EndsWith(".mount_options", StringComparison.Ordinal)));
    }

    [Fact]
    public void Subvolumes_without_options_leave_fstab_alone()
    {
        Assert.DoesNotContain("fstab", Text(Encrypted, BundlePaths.IsoKickstart), StringComparison.Ordinal);
        Assert.DoesNotContain("rootflags", Text(Encrypted, BundlePaths.IsoKickstart), StringComparison.Ordinal);
    }

    /// <summary>The fstab that the kickstart's script makes of another.</summary>
    private static string Edited(DesignDocument kickstart, string fstab)
    {
        var file = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(file, fstab);
            foreach (var line in kickstart.Lines.Where(line => line.Text.StartsWith("sed ", StringComparison.Ordinal)))
            {
                ExternalProgram.Run("bash", "-c", line.Text.Replace("/etc/fstab", file, StringComparison.Ordinal));
            }

            return System.IO.File.ReadAllText(file);
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    [Fact]
    public void The_disk_config_has_the_group_as_one_partition_with_its_volumes()
    {
        var config = Text(Lvm, BundlePaths.DiskConfig);

        Assert.Contains("type = \"lvm\"\nname = \"system\"\nminsize = \"32 GiB\"\n", config, StringComparison.Ordinal);
        Assert.Contains("name = \"var\"\nminsize = \"8 GiB\"\nfs_type = \"xfs\"\nmountpoint = \"/var/home\"\n", config, StringComparison.Ordinal);
        Assert.Contains("name = \"swap\"\nminsize = \"4 GiB\"\nfs_type = \"swap\"\n", config, StringComparison.Ordinal);
        Assert.DoesNotContain("noatime", config, StringComparison.Ordinal);
    }

    [Fact]
    public void Swap_in_memory_is_a_drop_in_of_its_program()
    {
        var design = StorageFields.ZramAlgorithm.Set(StorageFields.ZramSize.Set(Sound, ZramSize.Parse("min(ram / 2, 4096)")), ZramAlgorithm.Zstd);

        Assert.Equal("[zram0]\nzram-size = min(ram / 2, 4096)\ncompression-algorithm = zstd\n", Text(design, BundlePaths.Zram(design.Image.Name)));
        Assert.Null(Compiled.Of(Sound).FindDocument(BundlePaths.Zram(Sound.Image.Name)));
    }

    [Fact]
    public void The_form_says_what_the_outputs_do_not_carry()
    {
        Assert.Equal(["Disk images"], StorageLimits.Of(Lvm).Select(limit => limit.Output));
        Assert.Contains("LUKS, growing, mount options, LVM that starts", StorageLimits.Of(Lvm)[0].Text, StringComparison.Ordinal);
        Assert.Equal(["The installer"], StorageLimits.Of(Iso).Select(limit => limit.Output));
        Assert.Empty(StorageLimits.Of(Sound));
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
