using System.Globalization;
using System.Text;
using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.Kickstart;

namespace Veilor.Designer.Core.Tests.Checking;

public sealed class KickstartTrapTests
{
    [Theory]
    [InlineData("part / --size=1000 --fstype=ext5", "unknown-filesystem", 1, 20)]
    [InlineData("part foo --size=1", "bad-mountpoint", 1, 6)]
    [InlineData("part / --size=0", "size-not-positive", 1, 8)]
    [InlineData("part / --size=10 --maxsize=5", "maxsize-below-size", 1, 18)]
    [InlineData("part / --grow", "no-size", 1, 1)]
    [InlineData("part / --size=1\npart /boot --size=1", "no-firmware-partition", 1, 1)]
    [InlineData("volgroup vg pv.1", "undefined-member", 1, 13)]
    [InlineData("logvol / --name=a --vgname=vg --size=1", "undefined-volgroup", 1, 19)]
    [InlineData("btrfs / --subvol --name=root LABEL=x", "undefined-label", 1, 30)]
    [InlineData("clearpart --all --initlabel", "wipes-every-disk", 1, 11)]
    [InlineData("bootloader --location=none", "no-bootloader", 1, 12)]
    [InlineData("bootloader --disabled", "no-bootloader", 1, 12)]
    [InlineData("ostreecontainer --url=x\n%packages\nvim\n%end", "packages-ignored", 2, 1)]
    [InlineData("text\ngraphical", "several-display-modes", 2, 1)]
    [InlineData("firewall --enabled --disabled", "firewall-on-and-off", 1, 1)]
    [InlineData("services --enabled=a,b --disabled=b", "service-on-and-off", 1, 24)]
    [InlineData("part /boot --size=1", "no-root-partition", 1, 1)]
    [InlineData("part /boot --size=1 --fstype=vfat", "boot-filesystem", 1, 21)]
    [InlineData("network --hostname=bad_host-", "bad-hostname", 1, 9)]
    [InlineData("user --name=B@d", "bad-user-name", 1, 6)]
    [InlineData("clearpart --all --none", "several-clearpart-kinds", 1, 17)]
    [InlineData("clearpart --all\nclearpart --linux", "several-clearpart-kinds", 2, 11)]
    [InlineData("clearpart --none --all", "wipes-every-disk", 1, 18)]
    [InlineData("clearpart --linux --drives=sdb\nignoredisk --only-use=sda", "drives-are-ignored", 1, 19)]
    [InlineData("part / --size=1 --encrypted --luks-version=luks9", "unknown-luks-version", 1, 29)]
    [InlineData("part / --size=1 --encrypted --pbkdf=scrypt", "unknown-pbkdf", 1, 29)]
    [InlineData("part / --size=1 --luks-version=luks2", "not-encrypted", 1, 17)]
    [InlineData("autopart --encrypted", "no-passphrase", 1, 10)]
    [InlineData("autopart --encrypted --passphrase=x", "passphrase-in-file", 1, 22)]
    [InlineData("rootpw --plaintext --iscrypted x", "crypted-and-plaintext", 1, 8)]
    [InlineData("rootpw --iscrypted x", "not-a-hash", 1, 8)]
    [InlineData("user --name=a --password=$6$a$b", "hash-as-plaintext", 1, 15)]
    [InlineData("user --name=a", "user-without-password", 1, 6)]
    [InlineData("group --name=ada\nuser --name=ada --lock", "user-left-out", 2, 6)]
    [InlineData("user --name=ada --lock --groups=wheel,ada", "user-left-out", 1, 6)]
    [InlineData("user --name=bob --lock --groups=ada(2000)\nuser --name=ada --lock", "user-left-out", 2, 6)]
    [InlineData("user --name=ada --lock\nsshkey --username=bob one", "key-of-nobody", 2, 8)]
    [InlineData("selinux --enforcing --permissive", "several-selinux-modes", 1, 1)]
    [InlineData("network --bootproto=static --ip=1.2.3.4", "static-without-netmask", 1, 28)]
    [InlineData("network --bootproto=static", "static-without-address", 1, 9)]
    [InlineData("network --ip=x --netmask=255.0.0.0", "bad-address", 1, 9)]
    [InlineData("firewall --port=99999:tcp", "bad-port", 1, 10)]
    [InlineData("bootc --source-imgref=quay.io/a:b", "imgref-without-transport", 1, 7)]
    [InlineData("timezone london", "unknown-timezone", 1, 10)]
    [InlineData("timezone Europe/Berln", "unknown-timezone", 1, 10)]
    [InlineData("lang de_US.UTF-8", "unknown-language", 1, 6)]
    [InlineData("keyboard --vckeymap=german", "unknown-keyboard", 1, 10)]
    [InlineData("keyboard german", "unknown-keyboard", 1, 10)]
    [InlineData("reboot\npoweroff", "several-endings", 2, 1)]
    [InlineData("autopart", "incomplete", 1, 1)]
    public void A_trap_is_found_at_its_place_and_leaves_the_verdict(string text, string rule, int line, int column)
    {
        var report = KickstartChecker.Check(text);

        Assert.Equal(CheckVerdict.Accept, report.Verdict);
        Assert.Contains(report.Traps, t => t.Rule == rule && t.Line == line && t.Column == column && t.Message.Length > 0 && t.Reason.Length > 0);
    }

    [Fact]
    public void A_complete_kickstart_has_no_trap()
    {
        const string text = """
            text
            lang en_US.UTF-8
            keyboard us
            timezone Europe/London --utc
            network --bootproto=dhcp --device=link --activate --hostname=host
            zerombr
            clearpart --all --initlabel --drives=sda
            reqpart --add-boot
            part btrfs.1 --size=10240 --grow
            btrfs none --label=root btrfs.1
            btrfs / --subvol --name=root LABEL=root
            rootpw --lock
            user --name=a --password=$6$salt$hash --iscrypted --groups=wheel
            reboot --eject
            """;

        var report = KickstartChecker.Check(text, KickstartVersion.F44);

        Assert.Equal(CheckVerdict.Accept, report.Verdict);
        Assert.Empty(report.Traps);
    }

    [Theory]
    [InlineData("timezone US/Eastern")]
    [InlineData("timezone America/Argentina/Buenos_Aires --utc")]
    [InlineData("lang en_US")]
    [InlineData("lang sr_RS.UTF-8@latin")]
    [InlineData("lang sr_RS@latin")]
    [InlineData("keyboard us")]
    [InlineData("keyboard --vckeymap=de-nodeadkeys --xlayouts='de (nodeadkeys)'")]
    [InlineData("keyboard --xlayouts=us")]
    public void Names_that_the_lists_have_are_no_traps(string text) =>
        Assert.DoesNotContain(KickstartChecker.Check(text).Traps, trap => trap.Rule.StartsWith("unknown-", StringComparison.Ordinal));

    [Theory]
    [InlineData("group --name=staff\nuser --name=ada --lock --groups=wheel,staff")]
    [InlineData("group --name=ada --gid=2000\nuser --name=ada --gid=2000 --lock")]
    [InlineData("user --name=ada --lock\nuser --name=bob --lock --groups=ada")]
    public void A_user_whose_group_is_not_there_before_is_made(string text) =>
        Assert.DoesNotContain(KickstartChecker.Check(text).Traps, trap => trap.Rule == "user-left-out");

    [Theory]
    [InlineData("bootloader --location=none\nbootloader --append=quiet")]
    [InlineData("ostreecontainer --url=x\n%packages\n%end")]
    [InlineData("%packages\nvim\n%end\ntext\ntext --non-interactive\nfirewall --enabled")]
    [InlineData("services --enabled=a --disabled=b\nnetwork --hostname=host.example.org")]
    [InlineData("part pv.1 --size=1\nvolgroup vg pv.1\nlogvol / --vgname=vg --name=a --size=1")]
    [InlineData("part /boot --size=1 --fstype=ext4\npart / --size=1\nuser --name=Ada.L --lock")]
    [InlineData("part /boot/efi --size=1 --fstype=efi\npart /boot --size=1 --fstype=vfat\npart / --size=1\nbootloader --sdboot")]
    public void What_the_installer_does_as_it_is_written_is_no_trap(string text) =>
        Assert.DoesNotContain(
            KickstartChecker.Check(text).Traps,
            trap => trap.Rule is "no-bootloader" or "packages-ignored" or "several-display-modes" or "firewall-on-and-off" or "service-on-and-off" or "no-root-partition" or "boot-filesystem" or "bad-hostname" or "bad-user-name");

    /// <summary>What pykickstart 3.66 makes of these lines is no clearpart --all of every disk.</summary>
    [Theory]
    [InlineData("clearpart --all --none")]
    [InlineData("clearpart --all --linux")]
    [InlineData("clearpart --all\nclearpart --none")]
    [InlineData("clearpart --list=sda1 --all")]
    [InlineData("clearpart --list=sda1\nclearpart --all")]
    [InlineData("clearpart --all --drives=sda\nclearpart --all")]
    [InlineData("clearpart --all\nignoredisk --only-use=sda")]
    public void What_is_not_erased_is_no_trap(string text) =>
        Assert.DoesNotContain(KickstartChecker.Check(text).Traps, trap => trap.Rule == "wipes-every-disk");

    [Theory]
    [InlineData("clearpart --all --drives=sda\nignoredisk --only-use=sda,sdb")]
    [InlineData("clearpart --all --drives=disk/by-id/x\nignoredisk --only-use=sda")]
    [InlineData("clearpart --all --drives=sda*\nignoredisk --only-use=sda")]
    public void Drives_that_can_be_the_same_are_no_trap(string text) =>
        Assert.DoesNotContain(KickstartChecker.Check(text).Traps, trap => trap.Rule is "drives-are-ignored" or "several-clearpart-kinds");

    /// <summary>Work that grows with the square of the lines would take minutes here.</summary>
    [Theory]
    [InlineData("", "clearpart --all --initlabel\n", "wipes-every-disk", 50_000)]
    [InlineData("", "btrfs /m# --subvol --name=s# LABEL=l#\n", "undefined-label", 50_000)]
    [InlineData("", "logvol /m# --name=v# --vgname=g# --size=1\n", "undefined-volgroup", 50_000)]
    [InlineData("volgroup all", " pv.#", "undefined-member", 50_000)]
    [InlineData("firewall --port=0:tcp", " --ssh", "bad-port", 1)]
    [InlineData("", "user --name=u# --lock --groups=u#\n", "user-left-out", 50_000)]
    public void A_huge_kickstart_is_read_as_a_small_one_is(string start, string part, string rule, int traps)
    {
        var text = new StringBuilder(start);
        for (var i = 0; i < 50_000; i++)
        {
            text.Append(part.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        Assert.Equal(traps, KickstartChecker.Check(text.Append('\n').ToString()).Traps.Count(trap => trap.Rule == rule));
    }
}
