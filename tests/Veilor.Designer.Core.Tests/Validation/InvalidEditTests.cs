using CsCheck;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Generation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>Edits that would break a build, an installation or a start: whatever valid design they are made to, they are said at once.</summary>
public sealed class InvalidEditTests
{
    private static readonly Dictionary<string, (string Code, Func<ImageDesign, ImageDesign> Make)> Edits = new(StringComparer.Ordinal)
    {
        ["no architecture"] = ("VD1004", design => design with { Image = design.Image with { Architectures = [] } }),
        ["a package both installed and removed"] = ("VD2001", design => design.Install("htop").Uninstall("htop")),
        ["a package both installed and excluded"] = ("VD2008", design => design.Install("htop").Exclude("htop")),
        ["a layout without a root"] = ("VD3001", design => design.Layout(Partition("data", FileSystemKind.Ext4, "/data"))),
        ["a second root"] = ("VD3002", design => design.Layout(Partition("root", FileSystemKind.Ext4, "/", "20 GiB"), Partition("again", FileSystemKind.Ext4, "/"))),
        ["a file system at /usr"] = ("VD3004", design => Whole(design).Part(Partition("own", FileSystemKind.Ext4, "/usr"))),
        ["a subvolume of nothing"] = ("VD3005", design => Whole(design).Volumes(Subvolume("own", "/data", "nothing"))),
        ["a partition that is mounted nowhere"] = ("VD3006", design => Whole(design).Part(Partition("own", FileSystemKind.Ext4, mountPoint: null))),
        ["a btrfs partition without subvolumes"] = ("VD3007", design => Whole(design).Part(Partition("own", FileSystemKind.Btrfs, mountPoint: null))),
        ["an encrypted boot partition"] = ("VD3008", design => design.Layout(Partition("boot", FileSystemKind.Ext4, "/boot") with { Encrypted = true }, Partition("root", FileSystemKind.Ext4, "/", "20 GiB"))),
        ["a second EFI partition"] = ("VD3012", design => Whole(design).Part(Partition("efi", FileSystemKind.Efi, mountPoint: null)).Part(Partition("efi-again", FileSystemKind.Efi, mountPoint: null))),
        ["a tiny partition"] = ("VD3017", design => design.Layout(Partition("root", FileSystemKind.Xfs, "/", "1 MiB"))),
        ["an argument of one machine"] = ("VD4001", design => design.Argument("root=UUID=1")),
        ["a second value for one sysctl"] = ("VD4014", design => design.Sysctl("kernel.sysrq = 0").Sysctl("kernel.sysrq = 1")),
        ["root as a user"] = ("VD5006", design => design.Accounts(new UserAccount { Name = UnixName.Parse("root"), SshKeys = [Key(3)] })),
        ["one id for two users"] = ("VD5010", design => design.Accounts(Person("one"), Person("two"))),
        ["a unit both enabled and masked"] = ("VD6001", design => design.Enable("sshd.service").Mask("sshd.service")),
        ["a service as default target"] = ("VD6014", design => design with { Services = design.Services with { DefaultTarget = UnitName.Parse("sshd.service") } }),
        ["a template without an instance"] = ("VD6015", design => design.Enable("serial-getty@.service")),
        ["a script that is not there"] = ("VD7002", design => design.Run("99-missing.sh")),
        ["an installer container"] = ("VD8004", design => DeliveryFields.InstallerImage.Set(design.Types(ImageType.BootcInstaller), null)),
        ["a second image source"] = ("VD8005", design => design.Types(ImageType.AnacondaIso).Kickstart("ostreecontainer --url=example.org/a")),
        ["a registry name with a tag"] = ("VD8007", design => design.Repository("ghcr.io/example/image:latest")),
        ["a kickstart section without an end"] = ("VD8008", design => design.Types(ImageType.AnacondaIso).Kickstart("%post\ntrue")),
        ["an unknown kickstart command"] = ("VD8009", design => design.Types(ImageType.AnacondaIso).Kickstart("install")),
        ["a second layout"] = ("VD8010", design => Whole(design).Types(ImageType.AnacondaIso).Kickstart("autopart")),
        ["a password in the kickstart"] = ("VD8013", design => design.Types(ImageType.AnacondaIso).Kickstart("rootpw secret")),
        ["a heredoc"] = ("VD9001", design => design.Lines("RUN cat > /etc/a <<'EOF'\ntext\nEOF")),
        ["a backslash at the end"] = ("VD9003", design => design.Lines("RUN true \\")),
        ["a second FROM"] = ("VD9004", design => design.Lines("FROM quay.io/example/a")),
        ["an unknown instruction"] = ("VD9005", design => design.Lines("INSTALL htop")),
    };

    public static TheoryData<string> Names => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_invalid_edit_of_any_valid_design_is_said(string name)
    {
        var (code, make) = Edits[name];
        ValidDesigns.Any.Sample(
            design =>
            {
                Assert.DoesNotContain(code, Codes(design), StringComparer.Ordinal);
                Assert.Contains(code, Codes(make(design)), StringComparer.Ordinal);
            },
            iter: Repetitions.Of(12));
    }

    [Fact]
    public void Several_invalid_edits_are_all_said() =>
        Gen.Select(ValidDesigns.Any, Gen.Shuffle(Edits.Keys.ToArray()), Gen.Int[2, 4], (design, names, count) => (design, names: names.Take(count))).Sample(
            each =>
            {
                var broken = each.names.Aggregate(each.design, (design, name) => Edits[name].Make(design));
                Assert.Contains(Codes(broken), code => each.names.Any(name => string.Equals(Edits[name].Code, code, StringComparison.Ordinal)));
            },
            iter: Repetitions.Of(100));

    /// <summary>The design with a layout of its own, if it had none.</summary>
    private static ImageDesign Whole(ImageDesign design) =>
        design.Storage.Partitions.IsEmpty ? design.Layout(Partition("root", FileSystemKind.Ext4, "/", "20 GiB")) : design;

    private static UserAccount Person(string name) => new() { Name = UnixName.Parse(name), UserId = 1500, SshKeys = [Key(4)] };

    private static IEnumerable<string> Codes(ImageDesign design) => Compiled.Of(design, ValidDesigns.Content).Diagnostics.Select(each => each.Code);
}
