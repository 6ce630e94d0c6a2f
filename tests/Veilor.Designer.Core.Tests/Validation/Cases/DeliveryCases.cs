using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Rules;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD8: installer, outputs, publishing and workflow.</summary>
internal static class DeliveryCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD8001", "an ISO without a registry name", Iso.Repository(null)),
        Spares("VD8001", "an ISO with a registry name", Iso),
        Spares("VD8001", "a disk image without a registry name", Sound.Repository(null)),

        Raises("VD8002", "anaconda-iso", Iso),
        Spares("VD8002", "a disk image", Sound),

        Raises("VD8003", "image-builder with anaconda-iso", DeliveryFields.Builder.Set(Iso, BuilderKind.ImageBuilder)),
        Spares("VD8003", "bootc-image-builder with anaconda-iso", Iso),
        Spares("VD8003", "image-builder with a disk", DeliveryFields.Builder.Set(Sound, BuilderKind.ImageBuilder)),

        Raises("VD8004", "bootc-installer", Sound.Types(ImageType.BootcInstaller)),
        Spares("VD8004", "anaconda-iso", Iso),
        Spares("VD8004", "bootc-installer of a named container", Installer(Sound.Types(ImageType.BootcInstaller))),

        Raises("VD8032", "oci with bootc-image-builder", Sound.Types(ImageType.Oci)),
        Raises("VD8032", "bootc-generic-iso with bootc-image-builder", Installer(Sound.Types(ImageType.BootcGenericIso))),
        Spares("VD8032", "oci with image-builder", DeliveryFields.Builder.Set(Sound.Types(ImageType.Oci), BuilderKind.ImageBuilder)),
        Spares("VD8032", "a disk with bootc-image-builder", Sound),

        Raises("VD8033", "an ISO that nothing lays out", DeliveryFields.Builder.Set(Sound.Types(ImageType.BootcGenericIso), BuilderKind.ImageBuilder)),
        Spares("VD8033", "an ISO that the overlay lays out", DeliveryFields.Builder.Set(Sound.Types(ImageType.BootcGenericIso), BuilderKind.ImageBuilder), File("overlay/usr/lib/image-builder/bootc/iso.yaml", "label: Own\n")),
        Spares("VD8033", "an ISO of a container that lays it out", DeliveryFields.Builder.Set(Installer(Sound.Types(ImageType.BootcGenericIso)), BuilderKind.ImageBuilder)),
        Spares("VD8033", "another ISO", Iso),

        Raises("VD8034", "an installer container beside disks", Installer(Sound)),
        Spares("VD8034", "an installer container that is used", Installer(Sound.Types(ImageType.BootcInstaller))),
        Spares("VD8034", "none", Sound),

        Raises("VD8005", "a second image source", Iso.Kickstart("ostreecontainer --url=example.org/a")),
        Raises("VD8005", "a second image source in the kickstart for a stock installer", Sound.Kickstart("  liveimg --url=https://example.org/a")),
        Raises("VD8005", "a second image source in a kickstart of one's own", DeliveryFields.OwnKickstart.Set(Iso, "lang de_DE.UTF-8\nostreecontainer --url=x\nreboot")),
        Spares("VD8005", "a source in a section of a kickstart of one's own", DeliveryFields.OwnKickstart.Set(Iso, "lang de_DE.UTF-8\n%post\nurl --help\n%end\nreboot")),
        Spares("VD8005", "a comment about it", Iso.Kickstart("# ostreecontainer is added by the builder")),
        Spares("VD8005", "another command", Iso.Kickstart("firewall --enabled")),

        Raises("VD8006", "an ISO of an image that is not pushed", DeliveryFields.BuildIso.Set(Iso.Repository(null), true)),
        Spares("VD8006", "an ISO of a pushed image", DeliveryFields.BuildIso.Set(Iso, true)),

        Raises("VD8007", "a registry name with a tag", Sound.Repository("ghcr.io/example/image:1")),
        Raises("VD8007", "a registry name with a digest", Sound.Repository($"ghcr.io/example/image@sha256:{new string('c', 64)}")),
        Spares("VD8007", "a registry name", Sound),

        Raises("VD8008", "a section without an end", Iso.Kickstart("%post\ntrue")),
        Spares("VD8008", "a section with an end", Iso.Kickstart("%post\ntrue\n%end")),

        Raises("VD8009", "a command that is not kickstart", Iso.Kickstart("install")),
        Raises("VD8009", "an end without a section", Iso.Kickstart("%end")),
        Spares("VD8009", "a shell command inside %post", Iso.Kickstart("%post\ntouch /etc/own\n%end")),
        Spares("VD8009", "a command", Iso.Kickstart("firewall --enabled")),

        Raises("VD8010", "autopart beside the layout", Iso.Kickstart("autopart")),
        Spares("VD8010", "another command", Iso.Kickstart("firewall --enabled")),

        Raises("VD8011", "a second language", Iso.Kickstart("lang de_DE.UTF-8")),
        Spares("VD8011", "another command", Iso.Kickstart("firewall --enabled")),
        Raises("VD8011", "no firewall beside open services", Firewall(Iso).Kickstart("firewall --disabled")),
        Raises("VD8011", "no firewall in a kickstart of one's own", Firewall(Own(Whole + "\nfirewall --disabled"))),
        Raises("VD8011", "no firewall beside firewalld", Iso.Install("firewalld").Kickstart("firewall --disabled")),
        Raises("VD8011", "another host name", SystemFields.Hostname.Set(Iso, Hostname.Parse("host")).Kickstart("network --bootproto=dhcp --hostname other")),
        Raises("VD8011", "another host name in a kickstart of one's own", SystemFields.Hostname.Set(Own(Whole + "\nnetwork --hostname=other"), Hostname.Parse("host"))),
        Raises("VD8011", "a user of the design", Iso.Kickstart("user --name=ada --groups=wheel\nservices --enabled=chronyd")),
        Spares("VD8011", "no firewall where the design has none", Iso.Kickstart("firewall --disabled")),
        Spares("VD8011", "the same host name, and one where the design has none", SystemFields.Hostname.Set(Iso, Hostname.Parse("host")).Kickstart("network --hostname=host")),
        Spares("VD8011", "a host name where the design has none", SystemFields.Hostname.Set(Iso, null).Kickstart("network --hostname=other")),
        Spares("VD8011", "another user, and lines of a section", Firewall(Iso).Kickstart("user --name=bob\n%post\nuser --name=ada\nfirewall --disabled\n%end")),

        Raises("VD8031", "a boot loader nowhere", Iso.Kickstart("bootloader --location=none")),
        Raises("VD8031", "no boot loader", Iso.Kickstart("bootloader --disabled --timeout=1")),
        Raises("VD8031", "a boot loader nowhere in a kickstart of one's own", Own(Whole + "\nbootloader --location \"none\"")),
        Spares("VD8031", "a boot loader", Iso.Kickstart("bootloader --location=mbr --timeout=1")),
        Spares("VD8031", "a section that speaks of it", Iso.Kickstart("%post\nbootloader --location=none\n%end\n# bootloader --disabled")),

        Raises("VD8012", "%packages", Iso.Kickstart("%packages\nhtop\n%end")),
        Spares("VD8012", "%post", Iso.Kickstart("%post\ntrue\n%end")),

        Raises("VD8013", "a root password", Iso.Kickstart("rootpw secret")),
        Raises("VD8013", "a passphrase", Iso.Kickstart("part / --encrypted --passphrase=secret")),
        Spares("VD8013", "a locked root", Iso.Kickstart("rootpw --lock")),

        Raises("VD8014", "an included file", Iso.Kickstart("%include own.ks")),
        Raises("VD8014", "a file below /tmp that nothing makes", Iso.Kickstart("%include /tmp/own.ks")),
        Raises("VD8014", "a file of the ISO, which has none", Iso.Kickstart("%include /run/install/repo/own.ks")),
        Raises("VD8014", "a file of a kickstart of one's own", DeliveryFields.OwnKickstart.Set(Iso, "%include own.ks\n")),
        Spares("VD8014", "a file that %pre makes", Iso.Kickstart("%pre\necho lang en_US.UTF-8 > /tmp/own.ks\n%end\n%include /tmp/own.ks")),
        Spares("VD8014", "a file of a server", Iso.Kickstart("%include https://example.org/own.ks")),
        Spares("VD8014", "the builder's own file", DeliveryFields.OwnKickstart.Set(Iso, "%include /run/install/repo/osbuild-base.ks\n")),

        Raises("VD8015", "arguments in the kickstart", Iso.Kickstart("bootloader --append=\"quiet\"")),
        Spares("VD8015", "a boot loader without arguments", Iso.Kickstart("bootloader --timeout=1")),

        Raises("VD8016", "btrfs on CentOS", Base("quay.io/centos-bootc/centos-bootc:stream10", Encrypted)),
        Raises("VD8016", "a btrfs root on CentOS", Base("quay.io/centos-bootc/centos-bootc:stream10", Sound.Layout())),
        Spares("VD8016", "XFS on CentOS", Base("quay.io/centos-bootc/centos-bootc:stream10", Sound)),
        Spares("VD8016", "btrfs on Fedora", Encrypted),

        Raises("VD8017", "a name without a registry", Sound.Repository("example/image")),
        Raises("VD8017", "a name on this machine", Sound.Repository("localhost/image")),
        Spares("VD8017", "a registry name", Sound),

        Raises("VD8018", "an accepted code that does not exist", DeliveryFields.Acknowledged.Add(Sound, "VD0000")),
        Spares("VD8018", "an accepted code that exists", DeliveryFields.Acknowledged.Add(Sound, "VD3003")),

        Raises("VD8019", "a workflow ISO without an ISO", DeliveryFields.BuildIso.Set(Sound, true)),
        Spares("VD8019", "a workflow ISO with an ISO", DeliveryFields.BuildIso.Set(Iso, true)),

        Raises("VD8020", "a release without an ISO", DeliveryFields.Release.Set(Iso, true)),
        Spares("VD8020", "a release with an ISO", DeliveryFields.Release.Set(DeliveryFields.BuildIso.Set(Iso, true), true)),

        Raises("VD8021", "a signature without a registry", DeliveryFields.Signed.Set(Sound.Repository(null), true)),
        Raises("VD8021", "a signature without a workflow", DeliveryFields.Signed.Set(DeliveryFields.WorkflowEnabled.Set(Sound, false), true)),
        Spares("VD8021", "a signature in the workflow", DeliveryFields.Signed.Set(Sound, true)),

        Raises("VD8022", "an unattended ISO without a keyboard", SystemFields.Keyboard.Set(Unattended, null)),
        Spares("VD8022", "an unattended ISO with all answers", Unattended),
        Spares("VD8022", "an interactive ISO without a keyboard", SystemFields.Keyboard.Set(Iso, null)),

        Raises("VD8023", "a network boot image with partitions", Sound.Types(ImageType.PxeTarXz)),
        Raises("VD8023", "the same with image-builder", DeliveryFields.Builder.Set(Sound.Types(ImageType.PxeTarXz), BuilderKind.ImageBuilder)),
        Spares("VD8023", "a network boot image without partitions", Sound.Types(ImageType.PxeTarXz).Layout()),

        Raises("VD8024", "a network boot image without its modules", Sound.Types(ImageType.PxeTarXz)),
        Spares("VD8024", "a network boot image with its modules", Sound.Types(ImageType.PxeTarXz), File("overlay/usr/lib/dracut/dracut.conf.d/50-pxe.conf", "add_dracutmodules+=\" dmsquash-live livenet \"\n")),

        Raises("VD8025", "a kickstart with an unknown command", Own("langg en_US.UTF-8")),
        Spares("VD8025", "a whole kickstart", Own(Whole)),
        Spares("VD8025", "the generated kickstart", Iso),

        Raises("VD8028", "a word that no option takes", DeliveryFields.ExtraKickstart.Set(Iso, "services --enabled=a b")),
        Raises("VD8028", "a place that the boot loader does not have", DeliveryFields.ExtraKickstart.Set(Iso, "bootloader --location=bogus")),
        Raises("VD8028", "an open quote", DeliveryFields.ExtraKickstart.Set(Iso, "user --name=\"a")),
        Spares("VD8028", "a file that %pre makes", Iso.Kickstart("%pre\necho firstboot --disable > /tmp/own.ks\n%end\n%include /tmp/own.ks")),
        Spares("VD8030", "a file that %pre makes", Iso.Kickstart("%pre\necho firstboot --disable > /tmp/own.ks\n%end\n%include /tmp/own.ks")),
        Spares("VD8028", "lines that are read", DeliveryFields.ExtraKickstart.Set(Iso, "services --enabled=chronyd\nlogging --host=192.0.2.1")),

        Raises("VD8026", "an unattended kickstart that leaves the language open", DeliveryFields.OwnKickstart.Set(Unattended, Part)),
        Raises("VD8026", "a size of nothing", Own(Whole.Replace("--size=10240", "--size=0", StringComparison.Ordinal))),
        Spares("VD8026", "the same where a person answers", Own(Part)),
        Spares("VD8026", "a whole kickstart", DeliveryFields.OwnKickstart.Set(Unattended, Whole)),

        Spares(CodeOf<UnattendedNoCredentialRule>(), "a kickstart of one's own", DeliveryFields.OwnKickstart.Set(Unattended.Accounts(), Whole)),
        Spares(CodeOf<UnattendedPassphraseRule>(), "a kickstart of one's own", DeliveryFields.InstallerMode.Set(DeliveryFields.OwnKickstart.Set(Encrypted, Whole), InstallerMode.Unattended)),

        Raises("VD8027", "no part for the disk", DeliveryFields.DisabledModules.Set(Iso, [AnacondaModule.Storage])),
        Raises("VD8027", "no part for language", DeliveryFields.DisabledModules.Set(Iso, [AnacondaModule.Localization])),
        Spares("VD8027", "no part for subscriptions", DeliveryFields.DisabledModules.Set(Iso, [AnacondaModule.Subscription])),

        Raises("VD8017", "an image without an owner", Sound.Repository("ghcr.io/image")),
        Raises("VD8017", "the same at another registry", Sound.Repository("quay.io/image")),
        Spares("VD8017", "a registry of one's own without owners", Sound.Repository("registry.example.org/image")),
        Spares("VD8017", "a registry on this machine", Sound.Repository("127.0.0.1:5000/image")),

        Raises("VD8029", "a registry at a loopback address", Sound.Repository("127.0.0.1:5000/image")),
        Raises("VD8029", "a registry at a port of localhost", DeliveryFields.WorkflowEnabled.Set(Sound.Repository("localhost:5000/image"), false)),
        Spares("VD8029", "a registry that others reach", Sound.Repository("registry.example.org:5000/image")),
        Spares("VD8029", "no registry", Sound.Repository(null)),

        Raises("VD8030", "a table that the builder refuses", Sound.Layout(Partition("root", FileSystemKind.Xfs, "/", "20 GiB"), Partition("again", FileSystemKind.Xfs, "/"))),
        Raises("VD8030", "a kickstart whose commands exclude each other", Iso.Kickstart("mount /dev/sda1 /data")),
        Raises("VD8030", "the kickstart for a stock installer", Sound.Kickstart("mount /dev/sda1 /data")),
        Spares("VD8030", "the same kickstart where nothing takes it", Sound.Kickstart("mount /dev/sda1 /data").Repository(null)),
        Spares("VD8030", "a table that the type does not take", Sound.Types().Repository(null).Layout(Partition("root", FileSystemKind.Xfs, "/", "20 GiB"), Partition("again", FileSystemKind.Xfs, "/"))),
        Spares("VD8030", "a disk image", Sound),
        Spares("VD8030", "an installer ISO", Encrypted),
    ];

    private static ImageDesign Firewall(ImageDesign design) => SystemFields.FirewallServices.Add(design, FirewallService.Parse("ssh"));

    private static ImageDesign Base(string reference, ImageDesign design) => ImageFields.Base.Set(design, ImageReference.Parse(reference));

    private const string Whole =
        """
        text --non-interactive
        lang en_US.UTF-8
        keyboard us
        timezone UTC --utc
        network --bootproto=dhcp --device=link --activate
        zerombr
        clearpart --all --initlabel --drives=sda
        ignoredisk --only-use=sda
        reqpart --add-boot
        part / --fstype=xfs --size=10240 --grow
        rootpw --lock
        user --name=ada --groups=wheel --lock
        sshkey --username=ada "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB ada"
        reboot
        """;

    private const string Part = "reqpart --add-boot\npart / --fstype=xfs --size=10240";

    private static ImageDesign Own(string text) => DeliveryFields.OwnKickstart.Set(Iso, text);

    private static string CodeOf<TRule>()
        where TRule : IDesignRule, new() => new TRule().Descriptor.Code;

    private static ImageDesign Installer(ImageDesign design) => DeliveryFields.InstallerImage.Set(design, ImageReference.Parse("quay.io/example/installer:1"));
}
