using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Tests.Checking;

public sealed class BuilderConfigTrapTests
{
    [Theory]
    [InlineData("anaconda-iso", "[customizations]\nhostname = \"a\"", "ignored-option", 2, 1)]
    [InlineData("qcow2", "[customizations]\nhostname = \"a\"\ntimezone.timezone = \"UTC\"", "ignored-option", 3, 1)]
    [InlineData("qcow2", "[customizations.disk]\n  minsise = 1", "swallowed-key", 2, 3)]
    [InlineData("qcow2", "[[customizations.filesystem]]\nmountpoint=\"/\"\nminsize=1\nfs_type=\"xfs\"", "swallowed-key", 4, 1)]
    [InlineData("qcow2", "[[customizations.files]]\npath=\"/etc/x\"\ncontent=\"x\"", "swallowed-key", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\npassword=\"$y$j9T$x$y\"", "unrecognised-hash", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\npassword=\"secret\"", "plain-text-password", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a b\"", "user-name", 2, 6)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\n[[customizations.user]]\nname=\"a\"", "duplicate-user", 4, 1)]
    [InlineData("qcow2", "[[customizations.group]]\nname=\"ada\"\n[[customizations.user]]\nname=\"ada\"", "user-and-group", 2, 1)]
    [InlineData("anaconda-iso", "[[customizations.group]]\nname=\"ada\"\n[[customizations.user]]\nname=\"ada\"", "user-and-group", 2, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"ada\"\ngroups=[\"wheel\", \"ada\"]", "group-of-later-user", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"eve\"\n[[customizations.user]]\nname=\"ada\"\ngroups=[\"eve\"]", "group-of-later-user", 5, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"audio\"", "system-name", 2, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"games\"", "system-name", 2, 1)]
    [InlineData("qcow2", "[customizations.kernel]\nappend=\"quiet root=UUID=1\"", "second-root", 2, 1)]
    [InlineData("qcow2", "[[customizations.disk.partitions]]\nminsize=1\ntype=\"lvm\"\n[[customizations.disk.partitions.logical_volumes]]\nname=\"pvmove0\"\nminsize=1\nmountpoint=\"/var\"\nfs_type=\"xfs\"", "reserved-volume-name", 5, 1)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\nforce_password_reset=true", "dropped-user-option", 3, 1)]
    [InlineData("qcow2", "[[customizations.disk.partitions]]\nminsize=1\nmountpoint=\"/usr\"\nfs_type=\"xfs\"", "unchecked-mountpoint", 3, 1)]
    [InlineData("qcow2", "[[customizations.disk.partitions]]\nminsize=1\nmountpoint=\"/home\"\nfs_type=\"xfs\"", "mountpoint-is-link", 3, 1)]
    [InlineData("qcow2", "[[customizations.disk.partitions]]\nminsize=1\ntype=\"lvm\"", "lvm-does-not-boot", 3, 1)]
    [InlineData("qcow2", "[[customizations.filesystem]]\nmountpoint=\"/\"\nminsize=-5", "negative-size", 3, 1)]
    [InlineData("qcow2", "[customizations.sshd]\npermit_root_login=\"no\"", "no-effect", 1, 1)]
    [InlineData("anaconda-iso", "[customizations.kernel]\nappend=\"a\"\n[customizations.installer.kickstart]\ncontents=\"text\"", "append-ignored", 2, 1)]
    [InlineData("anaconda-iso", "[customizations.kernel]\nappend=\"a='b'\"", "quote-in-append", 2, 1)]
    [InlineData("anaconda-iso", "[customizations.installer.kickstart]\ncontents=\"ostreecontainer --url=x\"", "kickstart-owns-payload", 2, 1)]
    [InlineData("anaconda-iso", "[customizations.installer.kickstart]\ncontents=\"lang en_US.UTF-8\"", "module-not-enabled", 2, 1)]
    [InlineData("anaconda-iso", "[customizations.installer.modules]\nenable=[\"Timezone\"]", "unknown-module", 2, 9)]
    [InlineData("anaconda-iso", "", "unattended-wipe", 1, 1)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\nhome=\"/var/home/a b\"", "breaks-kickstart", 3, 6)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\nshell=\"/bin/bash -l\"", "breaks-kickstart", 3, 7)]
    [InlineData("bootc-installer", "[[customizations.user]]\nname=\"a\"\nhome=\"/var/home/a#b\"", "breaks-kickstart", 3, 6)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\npassword=\"$6$a b$c\"", "breaks-kickstart", 3, 10)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\ngroups=[\"wheel\", \"x y\"]", "breaks-kickstart", 3, 18)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\nkey=\"ssh-ed25519 A\\nssh-ed25519 B\"", "breaks-kickstart", 3, 5)]
    [InlineData("anaconda-iso", "[[customizations.user]]\nname=\"a\"\nkey='ssh-ed25519 A \"my key\"'", "breaks-kickstart", 3, 5)]
    [InlineData("anaconda-iso", "[customizations.kernel]\nappend=\"a\\nb\"", "line-break-in-append", 2, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\nshell=\"bash\"", "relative-path", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\nhome=\"a\"", "relative-path", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\nuid=-5", "negative-id", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\nuid=0", "uid-taken", 3, 1)]
    [InlineData("qcow2", "[[customizations.user]]\nname=\"a\"\nuid=1001\n[[customizations.user]]\nname=\"b\"\nuid=1001", "uid-taken", 6, 1)]
    public void A_trap_is_found_at_its_place(string type, string text, string rule, int line, int column)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Types = [type], Rootfs = "xfs", PayloadRef = "localhost/image" });

        Assert.Equal(CheckVerdict.Accept, report.Verdict);
        Assert.Contains(report.Traps, t => t.Rule == rule && t.Line == line && t.Column == column && t.Message.Length > 0 && t.Reason.Length > 0);
    }

    [Theory]
    [InlineData("[[customizations.user]]\nname=\"a\"\npassword=\"$6$salt$hash\"\nkey=\"ssh-ed25519 A\"")]
    [InlineData("[[customizations.disk.partitions]]\nminsize=\"10 GiB\"\nmountpoint=\"/var/home\"\nfs_type=\"xfs\"")]
    [InlineData("[[customizations.files]]\npath=\"/etc/x\"\ndata=\"x\"\nmode=\"0644\"")]
    [InlineData("[customizations.kernel]\nappend=\"quiet\"")]
    [InlineData("[[customizations.user]]\nname=\"root\"\nkey=\"ssh-ed25519 A\"")]
    [InlineData("[[customizations.group]]\nname=\"ada\"\ngid=2000\n[[customizations.user]]\nname=\"ada\"\ngid=2000")]
    [InlineData("[[customizations.user]]\nname=\"eve\"\ngroups=[\"ada\"]\n[[customizations.user]]\nname=\"ada\"\ngroups=[\"wheel\"]")]
    public void A_sound_config_has_no_trap(string text) =>
        Assert.Empty(BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Types = ["qcow2"], Rootfs = "xfs" }).Traps);

    [Theory]
    [InlineData("[[customizations.user]]\nname=\"a\"\nhome=\"/var/home/a\"\nshell=\"/bin/bash\"\ngroups=[\"wheel\"]\npassword=\"$6$a$b\"\nkey=\"ssh-ed25519 A a@b #1\"\n[customizations.kernel]\nappend=\"quiet a\"")]
    [InlineData("[[customizations.user]]\nname=\"a\"\npassword=\"two words\"\nuid=1001\n[[customizations.user]]\nname=\"b\"\nuid=1002\n[[customizations.user]]\nname=\"root\"")]
    public void Values_that_stay_one_word_break_no_kickstart(string text) =>
        Assert.DoesNotContain(
            BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Types = ["anaconda-iso"], Rootfs = "xfs" }).Traps,
            trap => trap.Rule is "breaks-kickstart" or "line-break-in-append" or "uid-taken");

    /// <summary>The builder takes the kickstart unread; what the installer would say to it stands at its line, where the text has lines of its own.</summary>
    [Theory]
    [InlineData("contents = \"\"\"\ntext\nfoo bar\n\"\"\"", "kickstart-error", 4, 1, "Line 2 of the kickstart: Unknown command: foo.")]
    [InlineData("contents = '''text\n%post\necho\n'''", "kickstart-error", 4, 1, "Line 3 of the kickstart: Section %post does not end with %end.")]
    [InlineData("contents = \"text\\nfoo bar\"", "kickstart-error", 2, 1, "Line 2 of the kickstart: Unknown command: foo.")]
    [InlineData("contents = \"\"\"foo bar\"\"\"", "kickstart-error", 2, 15, "Line 1 of the kickstart: Unknown command: foo.")]
    [InlineData("contents = \"\"\"\n%include /tmp/part\n\"\"\"", "include-not-read", 3, 10, "Line 1 of the kickstart: /tmp/part is not at hand, so what it says is not checked.")]
    [InlineData("contents = \"\"\"\nreboot\nbootloader --location=none\n\"\"\"", "no-bootloader", 4, 12, "Line 2 of the kickstart: ")]
    [InlineData("contents = \"\"\"\n%packages\nvim\n%end\n\"\"\"", "packages-ignored", 3, 1, "Line 1 of the kickstart: ")]
    [InlineData("contents = \"\"\"\nreboot\nlang en_US.UTF-8\n\"\"\"", "module-not-enabled", 4, 1, "The kickstart uses lang")]
    [InlineData("contents = \"\"\"\nreboot\nostreecontainer --url=x\n\"\"\"", "kickstart-owns-payload", 4, 1, "The kickstart has a ostreecontainer line")]
    public void A_kickstart_in_a_config_is_read_too(string text, string rule, int line, int column, string message)
    {
        foreach (var type in (string[])["anaconda-iso", "bootc-installer"])
        {
            var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = $"[customizations.installer.kickstart]\n{text}", Types = [type], Rootfs = "xfs", PayloadRef = "localhost/image" });

            Assert.Equal(CheckVerdict.Accept, report.Verdict);
            var trap = report.Traps.Single(each => each.Rule == rule);
            Assert.Equal((line, column), (trap.Line, trap.Column));
            Assert.StartsWith(message, trap.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Of the table iso bootc-image-builder takes the label for these types, though the table is on no list (osbuild/image-builder, bib_legacy.go).</summary>
    [Theory]
    [InlineData("anaconda-iso", "volume_id=\"X\"", "")]
    [InlineData("iso", "volume_id=\"X\"\napplication_id=\"Y\"", "no-effect")]
    [InlineData("bootc-installer", "volume_id=\"X\"", "ignored-option")]
    public void The_label_of_an_iso_has_effect_where_the_builder_takes_it(string type, string keys, string rules)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = $"[customizations.iso]\n{keys}", Types = [type], Rootfs = "xfs", PayloadRef = "localhost/image" });

        Assert.Equal(CheckVerdict.Accept, report.Verdict);
        Assert.Equal(rules, string.Join(' ', report.Traps.Select(trap => trap.Rule).Where(rule => rule is "ignored-option" or "no-effect")));
    }

    [Theory]
    [InlineData("qcow2", null, null, "no-root-filesystem")]
    [InlineData("anaconda-iso", null, null, "no-root-filesystem")]
    [InlineData("bootc-installer", "xfs", null, "no-payload")]
    [InlineData("bootc-installer", null, "localhost/image", "no-root-filesystem")]
    public void A_flag_that_the_builder_needs_is_named(string type, string? rootfs, string? payload, string rule)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "", Types = [type], Rootfs = rootfs, PayloadRef = payload });

        Assert.Equal(CheckVerdict.Reject, report.Verdict);
        Assert.Equal(rule, Assert.Single(report.Traps, trap => trap.Rule.StartsWith("no-", StringComparison.Ordinal)).Rule);
    }

    [Theory]
    [InlineData("qcow2", false, null)]
    [InlineData("qcow2", true, null)]
    [InlineData("bootc-installer", false, "localhost/image")]
    public void A_flag_that_is_given_or_not_needed_is_not_named(string type, bool imageHasOne, string? payload)
    {
        var report = BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "", Types = [type], Rootfs = imageHasOne ? null : "xfs", ImageHasDefaultRootfs = imageHasOne, PayloadRef = payload });

        Assert.DoesNotContain(report.Traps, trap => trap.Rule is "no-root-filesystem" or "no-payload");
    }
}
