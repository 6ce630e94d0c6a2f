using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>What Anaconda needs to install, and what it must not be told.</summary>
public sealed class KickstartTests
{
    private static readonly PasswordHash Password = PasswordHash.Parse(Hash);

    public static TheoryData<string> Names => [.. Tried.Keys];

    private static Dictionary<string, ImageDesign> Tried { get; } = new(StringComparer.Ordinal)
    {
        ["interactive"] = Iso,
        ["interactive, encrypted"] = Encrypted,
        ["interactive, encrypted, nobody can log in yet"] = Encrypted.Accounts(),
        ["interactive, no partitions, btrfs"] = Iso.Layout(),
        ["interactive, no partitions, XFS"] = DeliveryFields.RootFileSystem.Set(Iso.Layout(), RootFileSystem.Xfs),
        ["interactive, a password that must be changed"] = Iso.Ada(user => user with { Password = Password, ChangePasswordAtFirstLogin = true }),
        ["interactive, nothing is erased"] = StorageFields.Wipe.Set(Iso, WipePolicy.Nothing),
        ["unattended"] = Unattended,
        ["unattended, every disk"] = StorageFields.TargetDisk.Set(Unattended, null),
        ["unattended, root is not locked"] = UsersFields.LockRoot.Set(Unattended, false),
        ["unattended, an argument of the installer"] = Unattended.Argument("console=ttyS0", ArgumentOwner.Installer),
        ["bootc-installer, encrypted"] = Encrypted.Types(ImageType.BootcInstaller),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kickstart_answers_everything_once(string name)
    {
        foreach (var commands in Kickstarts(name).Select(each => Commands(each.Text)))
        {
            foreach (var word in new[] { "lang", "keyboard", "timezone", "network", "firewall", "clearpart", "selinux", "firstboot", "reboot" })
            {
                Assert.Single(commands, line => Word(line) == word);
            }

            Assert.Single(commands, line => Word(line) is "text" or "graphical");
            Assert.Contains("firewall --use-system-defaults", commands, StringComparer.Ordinal);
            Assert.Equal(commands.Exists(line => Word(line) == "part"), commands.Exists(line => Word(line) == "reqpart"));
            Assert.NotEqual(commands.Exists(line => Word(line) == "part"), commands.Exists(line => Word(line) == "autopart"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kickstart_of_the_ISO_names_no_source_because_the_builder_adds_it(string name)
    {
        var commands = Commands(Compiled.Of(Tried[name]).Document(BundlePaths.IsoKickstart).Text);
        Assert.DoesNotContain(commands, line => Word(line) is "ostreecontainer" or "bootc" or "ostreesetup" or "url");
        Assert.Single(Commands(Compiled.Of(Tried[name]).Document(BundlePaths.InstallKickstart).Text), line => Word(line) is "ostreecontainer");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_installer_takes_it(string name)
    {
        foreach (var kickstart in Kickstarts(name))
        {
            foreach (var version in new[] { KickstartVersion.F43, KickstartVersion.F44 })
            {
                var report = KickstartChecker.Check(kickstart.Text, version);
                Assert.True(report.Verdict == CheckVerdict.Accept, string.Join('\n', report.Errors.Select(each => each.Text)) + "\n" + kickstart.Text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Users_and_root_are_written_for_people_who_can_log_in_alone(string name)
    {
        var design = Tried[name];
        foreach (var commands in Kickstarts(name).Select(each => Commands(each.Text)))
        {
            Assert.Equal(design.Users.Accounts.Count(account => account.HasCredential), commands.Count(line => Word(line) == "user"));
            Assert.Equal(design.Users.LockRoot && design.HasAdministrator(), commands.Contains("rootpw --lock", StringComparer.Ordinal));
            Assert.All(commands.Where(line => Word(line) == "user"), line => Assert.True(line.Contains("--iscrypted", StringComparison.Ordinal) || line.EndsWith("--lock", StringComparison.Ordinal)));
            Assert.Equal(design.Users.Accounts.Any(account => account is { ChangePasswordAtFirstLogin: true, Password: not null }), commands.Exists(line => line.StartsWith("chage -d 0 ", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_passphrase_is_ever_written_and_LUKS2_is_said_in_full(string name)
    {
        foreach (var commands in Kickstarts(name).Select(each => Commands(each.Text)))
        {
            Assert.DoesNotContain(commands, line => line.Contains("passphrase", StringComparison.Ordinal));
            Assert.Equal(Tried[name].Storage.Partitions.Count(partition => partition.Encrypted), commands.Count(line => line.Contains("--encrypted --luks-version=luks2 --pbkdf=", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("unattended", "everything on sda is erased")]
    [InlineData("unattended, every disk", "everything on every disk is erased")]
    public void An_unattended_kickstart_says_at_its_head_what_it_erases(string name, string what)
    {
        foreach (var kickstart in Kickstarts(name))
        {
            Assert.Contains($"# UNATTENDED: nobody is asked, and {what}.\n", kickstart.Text, StringComparison.Ordinal);
            Assert.Contains("text --non-interactive", Commands(kickstart.Text), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Only_the_arguments_of_the_installer_go_to_the_boot_loader()
    {
        var design = Unattended.Argument("quiet").Argument("console=ttyS0", ArgumentOwner.Installer);
        Assert.Contains("bootloader --append=console=ttyS0", Commands(Compiled.Of(design).Document(BundlePaths.IsoKickstart).Text), StringComparer.Ordinal);
        Assert.DoesNotContain(Commands(Compiled.Of(Unattended.Argument("quiet")).Document(BundlePaths.IsoKickstart).Text), line => Word(line) == "bootloader");
    }

    private static IEnumerable<DesignDocument> Kickstarts(string name) =>
        Compiled.Of(Tried[name]).Documents.Where(document => document.Language == DocumentLanguage.Kickstart);

    private static List<string> Commands(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    private static string Word(string line) => line.Split(' ')[0];
}
