using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Tests.Checking;

/// <summary>Rules that no vector covers; the expected texts were printed by the real builder.</summary>
public sealed class BuilderConfigRuleTests
{
    private const string AnyPartition = """struct { Type string "json:\"type\""; MinSize interface {} "json:\"minsize\""; PartType string "json:\"part_type\""; PartLabel string "json:\"part_label\""; PartUUID string "json:\"part_uuid\"" }""";

    private const string LogicalVolume = """struct { Name string "json:\"name,omitempty\" toml:\"name,omitempty\""; MinSize interface {} "json:\"minsize,omitempty\" toml:\"minsize,omitempty\""; blueprint.FilesystemTypedCustomization }""";

    private const string Partition = "[[customizations.disk.partitions]]\nminsize = 1\n";

    private const string Group = Partition + "type=\"lvm\"\n[[customizations.disk.partitions.logical_volumes]]\nminsize=1\nfs_type=\"xfs\"\n";

    private const string Volume = Partition + "type=\"btrfs\"\n[[customizations.disk.partitions.subvolumes]]\n";

    [Theory]
    [InlineData(Partition + "part_uuid=\"x\"\nmountpoint=\"/\"\nfs_type=\"xfs\"", "invalid partition part_uuid \"x\" (must be a valid UUID): invalid UUID length: 1")]
    [InlineData(Partition + "part_type=\"83\"\nmountpoint=\"/\"\nfs_type=\"xfs\"", "error generating partition table: error validating partition type ID for \"/\": invalid partition part_type \"83\" for partition table type \"gpt\" (must be a valid UUID): invalid UUID length: 2")]
    [InlineData(Partition + "fs_type=\"none\"\nmountpoint=\"/x\"", "mountpoint for none partition must be empty (got \"/x\")")]
    [InlineData(Partition + "mountpoint=\"/boot\"\nfs_type=\"vfat\"", "unsupported filesystem type for \"/boot\": vfat")]
    [InlineData(Partition + "mountpoint=\"/var/\"\nfs_type=\"xfs\"", "mountpoint \"/var/\" is not a canonical path (did you mean \"/var\"?)")]
    [InlineData(Partition + "type=\"luks\"", "JSON unmarshal: unknown partition type: luks")]
    [InlineData(Partition + "type=\"btrfs\"\nlabel=\"x\"", "error decoding partition with type \"btrfs\": json: unknown field \"label\"")]
    [InlineData("[[customizations.disk.partitions]]\nmountpoint=\"/\"\nfs_type=\"xfs\"", "minsize is required")]
    [InlineData("[customizations.disk]\npartitions=[\"a\"]", "error decoding TOML map[partitions:[a]]: JSON unmarshal: json: cannot unmarshal string into Go value of type " + AnyPartition)]
    [InlineData("[customizations.disk]\npartitions=[[1]]", "error decoding TOML map[partitions:[[1]]]: JSON unmarshal: json: cannot unmarshal array into Go value of type " + AnyPartition)]
    [InlineData("[customizations.disk]\npartitions=[{minsize=1,part_type=1}]", "JSON unmarshal: json: cannot unmarshal number into Go struct field .part_type of type string")]
    [InlineData("[customizations.disk]\npartitions=[{minsize=1,type=\"lvm\",logical_volumes=[1]}]", "JSON unmarshal: error decoding partition with type \"lvm\": json: cannot unmarshal number into Go struct field .VGCustomization.logical_volumes of type " + LogicalVolume)]
    [InlineData("[customizations.disk]\ntype=\"mbr\"", "unknown partition table type: mbr (valid: gpt, dos)")]
    [InlineData("[customizations.disk]\nsector_size=1000", "sector_size must be a power of 2, got 1000")]
    [InlineData("[customizations.disk]\nminsize=1.5", "error decoding size: strconv.ParseInt: parsing \"1.5\": invalid syntax")]
    [InlineData("[[customizations.files]]\npath=\"/usr/share/x\"", "the following custom files are not allowed: [\"/usr/share/x\"]")]
    [InlineData("[[customizations.files]]\npath=\"/etc/x\"\nmode=\"4755\"", "invalid mode 4755: must be an octal number")]
    [InlineData("[[customizations.files]]\npath=\"/etc/a\"\n[[customizations.directories]]\npath=\"/etc/a/b\"", "the following filesystem nodes are parents of another node and are not directories: [/etc/a/b]")]
    [InlineData("[customizations.ignition.firstboot]\nurl=\"x\"\nempty=true", "ignition.firstboot.url is mutually exclusive with ignition.firstboot.empty")]
    [InlineData("[[customizations.group]]\nname=\"a\"\n[[customizations.group]]\nname=\"a\"", "invalid group customizations:\nduplicate group name: a")]
    public void A_disk_image_refuses(string text, string error)
    {
        var report = Check(text, "qcow2");

        Assert.Equal(CheckVerdict.Reject, report.Verdict);
        Assert.EndsWith(error, report.Error, StringComparison.Ordinal);
        Assert.True(report.ErrorLine > 0);
    }

    [Theory]
    [InlineData("[[customizations.user]]\nname=\"a\"\n[customizations.installer.kickstart]\ncontents=\"\"", "kickstart users and/or groups are not compatible with user-supplied kickstart content")]
    [InlineData("[customizations.installer]\nunattended=true\n[customizations.installer.kickstart]\ncontents=\"x\"", "installer.unattended is not supported when adding custom kickstart contents")]
    [InlineData("[customizations.iso]", "invalid volume id \"\", may contain letters, numbers, -, and _ only")]
    [InlineData("[[customizations.user]]\nname=\"root\"\ngroups=[\"wheel\"]", "unsupported kickstart options for user \"root\": groups")]
    public void An_iso_refuses(string text, string error) =>
        Assert.Equal($"cannot build manifest: cannot get manifest: {error}", Check(text, "anaconda-iso").Error);

    [Fact]
    public void A_dos_table_counts_the_partitions_that_are_added() =>
        Assert.EndsWith("got 5 after creating the partition table with all necessary partitions", Check("[customizations.disk]\ntype=\"dos\"\n" + Partition + "mountpoint=\"/var\"\nfs_type=\"xfs\"\n" + Partition + "mountpoint=\"/boot\"\nfs_type=\"xfs\"\n", "qcow2").Error, StringComparison.Ordinal);

    /// <summary>The builder takes the file from its own machine: the one that is there passes, until a disk image shall be made of it.</summary>
    [Theory]
    [InlineData("file:///there", "anaconda-iso", null)]
    [InlineData("/there", "bootc-installer", null)]
    [InlineData("file:///there", "qcow2", "cannot serialize pipeline \"image\": cannot create file \"/etc/x\" from \"/there\": files from an URI are not supported for bootc disk images")]
    [InlineData("file://host/there", "pxe-tar-xz", "cannot serialize pipeline \"image\": cannot create file \"/etc/x\" from \"/there\": files from an URI are not supported for bootc disk images")]
    [InlineData("file:///folder", "anaconda-iso", "cannot read config: cannot decode \"/config.toml\": toml: line 1 (last key \"customizations.files\"): /folder is not a regular file")]
    [InlineData("file:///gone", "anaconda-iso", "cannot read config: cannot decode \"/config.toml\": toml: line 1 (last key \"customizations.files\"): cannot include blueprint file: stat /gone: no such file or directory")]
    public void A_file_that_a_config_takes_in_is_looked_up(string uri, string type, string? error)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest
        {
            Text = $"[[customizations.files]]\npath=\"/etc/x\"\nuri=\"{uri}\"",
            Types = [type],
            Rootfs = "xfs",
            PayloadRef = "localhost/image",
            FindFile = path => path switch
            {
                "/there" => IncludedFileKind.RegularFile,
                "/folder" => IncludedFileKind.Other,
                _ => IncludedFileKind.Missing,
            },
        });

        Assert.Equal(error, report.Error);
    }

    [Theory]
    [InlineData("99999999999999999999", "bootc-fedora-99999999999999999999\": parsing major version failed, inner error:\nstrconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    [InlineData("43.99999999999999999999", "bootc-fedora-43.99999999999999999999\": parsing minor version failed, inner error:\nstrconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    [InlineData("1_0", "bootc-fedora-1_0\": parsing major version failed, inner error:\nstrconv.Atoi: parsing \"1_0\": invalid syntax")]
    public void A_version_is_a_number_that_a_machine_holds(string version, string error) =>
        Assert.Equal($"error when parsing distro name \"{error}", BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "", Types = ["qcow2"], Rootfs = "xfs", OsVersion = version }).Error);

    /// <summary>A sign passes where the distribution's name is read, and not where its runner is looked for.</summary>
    [Theory]
    [InlineData("+43")]
    [InlineData("-1")]
    public void A_version_with_a_sign_has_no_runner(string version) =>
        Assert.Equal(
            $"failed to infer distro and runner: cannot parse Fedora version ({version}): strconv.ParseUint: parsing \"{version}\": invalid syntax",
            BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "", Types = ["bootc-installer"], Rootfs = "xfs", PayloadRef = "localhost/image", OsVersion = version }).Error);

    [Theory]
    [InlineData("fedora", "44", true)]
    [InlineData("centos", "10", true)]
    [InlineData("rhel", "10.1", true)]
    [InlineData("rhel", "10", false)]
    [InlineData("fedora", "43.1", false)]
    public void A_package_iso_needs_a_distribution_it_knows(string id, string version, bool accepted)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = string.Empty, Types = ["anaconda-iso"], Rootfs = "xfs", OsId = id, OsVersion = version });

        Assert.Equal(accepted, report.Verdict == CheckVerdict.Accept);
    }

    [Fact]
    public void Id_like_stands_in_for_an_unknown_id()
    {
        var request = new BuilderConfigRequest { Text = string.Empty, Types = ["anaconda-iso"], Rootfs = "xfs", OsId = "veilor" };

        Assert.Equal("cannot build manifest: cannot get manifest: cannot load distro definitions for veilor-43 or any of []", BuilderConfigChecker.Check(request).Error);
        Assert.Equal(CheckVerdict.Accept, BuilderConfigChecker.Check(request with { IdLike = ["fedora"] }).Verdict);
    }

    [Theory]
    [InlineData("anaconda-iso", "no default root filesystem type specified in container, please use \"--rootfs\" to set manually")]
    [InlineData("qcow2", "failed to initialize bootc distro: missing required info: DefaultRootFs")]
    public void A_root_filesystem_must_come_from_somewhere(string type, string error)
    {
        var request = new BuilderConfigRequest { Text = string.Empty, Types = [type] };

        Assert.Equal(error, BuilderConfigChecker.Check(request).Error);
        Assert.Equal(CheckVerdict.Accept, BuilderConfigChecker.Check(request with { ImageHasDefaultRootfs = true }).Verdict);
    }

    [Theory]
    [InlineData("", "EOF")]
    [InlineData("{\"name\":1}", "json: cannot unmarshal number into Go struct field Blueprint.name of type string")]
    [InlineData("{\"name\":\"a\",}", "invalid character '}' looking for beginning of object key string")]
    [InlineData("{\"customizations\":{\"disk\":{\"sector_size\":\"a\"}}}", "json: cannot unmarshal string into Go struct field Customizations.customizations.disk.sector_size of type uint64")]
    public void Json_errors_are_the_builders(string text, string error) => Assert.Equal(
        $"cannot read config: cannot decode \"/config.json\": {error}",
        BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Format = ConfigFormat.Json, Rootfs = "xfs" }).Error);

    [Fact]
    public void Whole_numbers_in_json_stay_whole() => Assert.Equal(
        "invalid group customizations:\nduplicate group ID: 0",
        BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "{\"customizations\":{\"group\":[{\"name\":\"a\",\"gid\":0},{\"name\":\"b\",\"gid\":0}]}}", Format = ConfigFormat.Json, Rootfs = "xfs" }).Error);

    [Fact]
    public void Json_may_still_stand_under_the_key_blueprint() =>
        Assert.Equal(CheckVerdict.Accept, BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "{\"blueprint\":{\"name\":\"x\"}}", Format = ConfigFormat.Json, Rootfs = "xfs" }).Verdict);

    [Theory]
    [InlineData("btrfs", "[customizations.disk]\nminsize=1", "unknown fs type: btrfs for /", 1)]
    [InlineData("btrfs", Partition + "mountpoint=\"/data\"\nfs_type=\"xfs\"", "unknown fs type: btrfs for /", 1)]
    [InlineData("btrfs", Group + "name=\"h\"\nmountpoint=\"/var/home\"", "unknown fs type: btrfs for /", 1)]
    [InlineData("xfs", Volume + "name=\"b\"\nmountpoint=\"/boot\"", "error sorting systemd unit mount stages: possible duplicate mount unit filenames: \"boot.mount\" \"boot.mount\"", 6)]
    [InlineData("xfs", Group + "name=\"-h\"\nmountpoint=\"/\"", "volume name \"-h\" doesn't conform to schema (^[a-zA-Z0-9+_.][a-zA-Z0-9+_.-]*$)", 7)]
    [InlineData("xfs", Group + "mountpoint=\"/é x/-a\"", "volume name \"é x_-alv\" doesn't conform to schema (^[a-zA-Z0-9+_.][a-zA-Z0-9+_.-]*$)", 7)]
    [InlineData("xfs", Partition + "type=\"lvm\"\nname=\"v g\"", "volume group name \"v g\" doesn't conform to schema (^[a-zA-Z0-9+_.][a-zA-Z0-9+_.-]*$)", 4)]
    [InlineData("xfs", Partition + "mountpoint=\"/a b\"\nfs_type=\"xfs\"", "invalid filename \"a b.mount\" for systemd unit: does not conform to schema (^[\\w:.\\\\-]+[@]{0,1}[\\w:.\\\\-]*\\.(service|mount|socket|swap)$)", 3)]
    [InlineData("xfs", "[[customizations.filesystem]]\nminsize=1\nmountpoint=\"/var/a+b\"", "invalid filename \"var-a+b.mount\" for systemd unit: does not conform to schema (^[\\w:.\\\\-]+[@]{0,1}[\\w:.\\\\-]*\\.(service|mount|socket|swap)$)", 3)]
    [InlineData("xfs", Partition + "mountpoint=\"/a/b\"\nfs_type=\"xfs\"\n" + Partition + "mountpoint=\"/a-b\"\nfs_type=\"xfs\"", "error sorting systemd unit mount stages: possible duplicate mount unit filenames: \"a-b.mount\" \"a-b.mount\"", 7)]
    [InlineData("xfs", "[customizations.ignition.firstboot]", "runtime error: invalid memory address or nil pointer dereference", 1)]
    public void The_builder_crashes_at_what_no_check_refuses(string rootfs, string text, string crash, int line)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Types = ["qcow2"], Rootfs = rootfs });

        Assert.Equal($"panic: {crash}", report.Error);
        Assert.Equal(line, report.ErrorLine);
    }

    [Theory]
    [InlineData("vfat", "[customizations.disk]\nminsize=1")]
    [InlineData("btrfs", Partition + "mountpoint=\"/\"\nfs_type=\"xfs\"")]
    [InlineData("btrfs", Volume + "name=\"h\"\nmountpoint=\"/var/home\"")]
    [InlineData("xfs", Volume + "name=\"b\"\nmountpoint=\"/boot\"\n" + Partition + "mountpoint=\"/\"\nfs_type=\"xfs\"")]
    [InlineData("xfs", Group + "name=\"..\"\nmountpoint=\"/var\"")]
    [InlineData("xfs", Partition + "mountpoint=\"/a@b.c:d\"\nfs_type=\"xfs\"")]
    [InlineData("xfs", "[[customizations.filesystem]]\nminsize=1\nmountpoint=\"/boot\"")]
    [InlineData("xfs", "[customizations.ignition.firstboot]\nurl=\" \"")]
    public void It_does_not_crash_at(string rootfs, string text) =>
        Assert.Equal(CheckVerdict.Accept, BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Types = ["qcow2"], Rootfs = rootfs }).Verdict);

    [Fact]
    public void A_network_boot_image_gets_no_mount_units() => Assert.Equal(
        CheckVerdict.Accept,
        Check(Partition + "mountpoint=\"/a b\"\nfs_type=\"xfs\"\n" + Partition + "mountpoint=\"/\"\nfs_type=\"xfs\"", "pxe-tar-xz").Verdict);

    [Theory]
    [InlineData("[customizations]\n[[Customizations.group]]\nname=\"a\"\n[[Customizations.group]]\nname=\"a\"", "invalid group customizations:\nduplicate group name: a")]
    [InlineData("[customizations.disk]\ntype=07:32:00", "error reading disk customizations: unknown partition table type: 07:32:00 (valid: gpt, dos)")]
    public void Tables_of_another_case_and_times_count(string text, string error) => Assert.Equal(error, Check(text, "qcow2").Error);

    [Theory]
    [InlineData("[customizations.disk]\nbogus=inf", "customizations.disk", "map[bogus:+Inf]: json: unsupported value: +Inf")]
    [InlineData("[[customizations.firstboot.scripts]]\nx=[-nan]", "customizations.firstboot.scripts", "map[x:[NaN]]: json: unsupported value: NaN")]
    public void Numbers_that_are_none_cannot_become_json(string text, string key, string error) => Assert.Equal(
        $"cannot read config: cannot decode \"/config.toml\": toml: line 1 (last key \"{key}\"): error unmarshaling TOML data {error}",
        Check(text, "qcow2").Error);

    private static BuilderConfigReport Check(string text, string type) =>
        BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Types = [type], Rootfs = "xfs" });
}
