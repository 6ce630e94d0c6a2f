using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.Kickstart;

namespace Veilor.Designer.Core.Tests.Checking;

/// <summary>Rules that no vector covers; the expected texts were printed by the real validator.</summary>
public sealed class KickstartRuleTests
{
    [Theory]
    [InlineData("part / --siz=1", null)]
    [InlineData("part / --fs=xfs", "ambiguous option: --fs=xfs could match --fstype, --fsoptions, --fsprofile")]
    [InlineData("part / --size=１", null)]
    [InlineData("part / --size=½", "argument --size: invalid int value: '½'")]
    [InlineData("part / --grow=1", "argument --grow: ignored explicit argument '1'")]
    [InlineData("part / --size", "argument --size: expected one argument")]
    [InlineData("part / --resize --size=1", "--resize can only be used in conjunction with --onpart")]
    [InlineData("part / --noformat --mkfsoptions=x", "--mkfsoptions with --noformat has no effect.")]
    [InlineData("logvol / --name=a --vgname=b", "No size given for logical volume. Use one of --useexisting, --noformat, --size, --percent, or --hibernation.")]
    [InlineData("raid / --device=md0 raid.1", "RAID Partition defined without RAID level")]
    [InlineData("raid / --device=md0 --level=7 raid.1", "Invalid raid level: 7")]
    [InlineData("mount /dev/sda x", "Invalid mount point 'x' given")]
    [InlineData("services", "One of --disabled or --enabled must be provided.")]
    [InlineData("keyboard", "One of --xlayouts, --vckeymap options with value(s) or argument is expected for the keyboard command")]
    [InlineData("ignoredisk --drives=a --only-use=b", "One of --drives or --only-use must be specified for ignoredisk command.")]
    [InlineData("cmdline --non-interactive", "Kickstart command cmdline does not support --non-interactive parameter")]
    [InlineData("eula", "Kickstart command eula expects the --agreed option")]
    [InlineData("repo --name=a --baseurl=x --mirrorlist=y", "Only one of --mirrorlist, --baseurl options may be specified for repo command.")]
    [InlineData("network --onboot=maybe", "argument --onboot: invalid boolean value: 'maybe'")]
    [InlineData("sshkey", "the following arguments are required: --username, \"ssh key\"")]
    [InlineData("logvol / --n=a --vgname=b --size=1", "ambiguous option: --n=a could match --name, --noformat")]
    [InlineData("realm leave", "Unsupported realm 'leave' command")]
    public void A_command_checks_its_options(string text, string? message)
    {
        var report = KickstartChecker.Check(text);

        Assert.Equal(message, report.Errors.Count == 0 ? null : report.Errors[0].Message);
    }

    [Theory]
    [InlineData("raid / --device=md0 --level=1 raid.1 --fstype=btrfs", true)]
    [InlineData("raid btrfs.1 --device=md0 --level=1 raid.1", true)]
    [InlineData("part / --size=1 --fstype=btrfs", false)]
    [InlineData("logvol / --name=a --vgname=b --size=1 --fstype=btrfs", false)]
    public void RHEL_10_takes_btrfs_on_RAID_alone(string text, bool isAccepted) =>
        Assert.Equal(isAccepted, KickstartChecker.Check(text, KickstartVersion.Rhel10).Errors.Count == 0);

    [Theory]
    [InlineData("autopart\nreqpart", "The reqpart and autopart commands can't be used at the same time.")]
    [InlineData("part / --size=1\nautopart", "The autopart and partition commands can't be used at the same time.")]
    [InlineData("autopart --type=btrfs\nautopart --fstype=xfs", "autopart --fstype cannot be used with --type=btrfs")]
    [InlineData("%post\necho", "Section %post does not end with %end.")]
    [InlineData("%post\necho\n%pre\n%end", "Section %post does not end with %end.")]
    [InlineData("%foo\n%end", "Unknown kickstart section: %foo")]
    [InlineData("%post --x\n%end", "unrecognized arguments: --x")]
    [InlineData("lang \"en_US", "No closing quotation")]
    public void Lines_are_seen_together(string text, string message) =>
        Assert.Equal(message, KickstartChecker.Check(text).Errors[0].Message);

    [Theory]
    [InlineData("%post\n%end\u0085\n%end", CheckVerdict.Accept)]
    [InlineData("%post\n%end\u0085", CheckVerdict.Reject)]
    [InlineData("%certificate --filename=a --dir=/x\n%end\u0085\n%end", CheckVerdict.Reject)]
    public void A_blank_that_only_Python_knows_does_not_end_the_tag(string text, CheckVerdict verdict) =>
        Assert.Equal(verdict, KickstartChecker.Check(text).Verdict);

    [Fact]
    public void All_errors_are_listed_with_their_lines()
    {
        var report = KickstartChecker.Check("lang\n\nfoo\nzerombr x");

        Assert.Equal([1, 3, 4], report.Errors.Select(e => e.Line));
    }

    [Theory]
    [InlineData("sshkey --username=a one\nsshkey --username=a two", "An ssh user with the name a has already been defined.")]
    [InlineData("sshkey --username=a one\nsshkey --username=b one", null)]
    public void A_second_key_of_a_user_is_called_a_repetition(string text, string? warning) =>
        Assert.Equal(warning, KickstartChecker.Check(text).Warnings.SingleOrDefault());

    [Fact]
    public void Mount_before_autopart_passes_as_it_does_in_the_validator() =>
        Assert.Equal(CheckVerdict.Accept, KickstartChecker.Check("mount /dev/sda1 /\nautopart").Verdict);

    [Theory]
    [InlineData("vnc", CheckVerdict.Accept, CheckVerdict.Accept)]
    [InlineData("nvdimm use --namespace=a", CheckVerdict.Accept, CheckVerdict.Reject)]
    [InlineData("rhsm --organization=a --activation-key=b", CheckVerdict.Reject, CheckVerdict.Accept)]
    [InlineData("part / --size=1 --hw-passphrase=x --encrypted --luks-version=luks2-hw-opal", CheckVerdict.Accept, CheckVerdict.Reject)]
    [InlineData("%packages --ignorebroken\n%end", CheckVerdict.Accept, CheckVerdict.Reject)]
    public void Dialects_differ(string text, CheckVerdict fedora, CheckVerdict rhel)
    {
        Assert.Equal(fedora, KickstartChecker.Check(text, KickstartVersion.F44).Verdict);
        Assert.Equal(rhel, KickstartChecker.Check(text, KickstartVersion.Rhel10).Verdict);
    }
}
