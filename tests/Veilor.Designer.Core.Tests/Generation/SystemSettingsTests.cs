using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class SystemSettingsTests
{
    [Fact]
    public void The_firewall_gets_its_zone_before_what_is_opened_in_it()
    {
        var text = Text(
            Sound with { System = Sound.System with { FirewallZone = FirewallZone.Parse("public"), FirewallServices = [FirewallService.Parse("ssh")], FirewallPorts = [FirewallPort.Parse("6000-6010/udp")] } },
            BundlePaths.Containerfile);

        Assert.Contains(
            "RUN test \"$(firewall-offline-cmd --get-default-zone)\" = public || firewall-offline-cmd --set-default-zone=public\n\n# Services that the firewall lets in\nRUN firewall-offline-cmd \\\n      --add-service=ssh\n",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Services_and_ports_are_opened_in_two_calls_because_firewalld_refuses_them_in_one()
    {
        var text = Text(
            Sound with { System = Sound.System with { FirewallServices = [FirewallService.Parse("ssh"), FirewallService.Parse("http")], FirewallPorts = [FirewallPort.Parse("6000-6010/udp"), FirewallPort.Parse("8080/tcp")] } },
            BundlePaths.Containerfile);

        Assert.Contains("RUN firewall-offline-cmd \\\n      --add-service=ssh \\\n      --add-service=http\n\n", text, StringComparison.Ordinal);
        Assert.Contains("RUN firewall-offline-cmd \\\n      --add-port=6000-6010/udp \\\n      --add-port=8080/tcp\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_expires_wherever_it_is_made()
    {
        var design = Iso.Types(ImageType.AnacondaIso, ImageType.Qcow2).Ada(user => user with { Expires = CalendarDay.Parse("2027-01-31"), ChangePasswordAtFirstLogin = false });

        Assert.Contains("%post --erroronfail\nchage -E 2027-01-31 ada\n%end\n", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
        Assert.Contains("expiredate = 20849\n", Text(design, BundlePaths.DiskConfig), StringComparison.Ordinal);
        Assert.DoesNotContain("chage -E", Text(design.Ada(user => user with { Password = null, SshKeys = [] }), BundlePaths.IsoKickstart), StringComparison.Ordinal);
        Assert.DoesNotContain("expiredate", Text(Iso, BundlePaths.DiskConfig), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_servers_take_the_place_of_the_images_own_everywhere()
    {
        var design = SystemFields.NtpServers.Add(Iso, TimeServer.Parse("time.example.org"));

        Assert.Contains("RUN sed -i -E \\\n      -e 's/^(pool|server) /# &/' \\\n      -e '$ a server time.example.org iburst' \\\n      /etc/chrony.conf\n", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
        Assert.Contains("timesource --ntp-server=time.example.org\n", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
    }

    [Fact]
    public void Authenticated_time_can_still_set_a_clock_that_is_far_off()
    {
        var design = SystemFields.AuthenticatedTime.Set(SystemFields.NtpServers.Add(Iso, TimeServer.Parse("time.example.org")), value: true);

        Assert.Contains("'$ a server time.example.org iburst nts'", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
        Assert.Contains("'$ a nocerttimecheck 1'", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
        Assert.Contains("timesource --ntp-server=time.example.org --nts\n", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
    }

    [Fact]
    public void Desktop_keyboards_stand_where_localed_and_the_installer_read_them()
    {
        var design = SystemFields.DesktopLayouts.Set(Iso, [DesktopLayout.Parse("us"), DesktopLayout.Parse("de(nodeadkeys)")]);
        var file = Text(design, BundlePaths.DesktopKeyboard);

        Assert.Contains("Option \"XkbLayout\" \"us,de\"\n", file, StringComparison.Ordinal);
        Assert.Contains("Option \"XkbVariant\" \",nodeadkeys\"\n", file, StringComparison.Ordinal);
        Assert.Contains("Option \"XkbOptions\" \"grp:alt_shift_toggle\"\n", file, StringComparison.Ordinal);
        Assert.Contains("keyboard --vckeymap=us --xlayouts='us','de (nodeadkeys)' --switch='grp:alt_shift_toggle'\n", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
    }

    [Fact]
    public void Fips_mode_holds_the_kernel_the_programs_and_the_installer()
    {
        var design = SystemFields.Fips.Set(Iso, value: true);

        Assert.Contains("\"fips=1\",", Text(design, BundlePaths.KernelArguments(design.Image.Name, architecture: null)), StringComparison.Ordinal);
        Assert.Contains("update-crypto-policies --no-reload --set FIPS\n", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
        Assert.Contains("[customizations]\nfips = true\n", Text(design, BundlePaths.IsoConfig), StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_of_ones_own_for_fips_is_not_written_twice()
    {
        var design = SystemFields.Fips.Set(Iso.Argument("fips=1"), value: true);
        var text = Text(design, BundlePaths.KernelArguments(design.Image.Name, architecture: null));

        Assert.Equal(text.IndexOf("fips=1", StringComparison.Ordinal), text.LastIndexOf("fips=1", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_of_ssh_sort_before_fedoras_own()
    {
        var design = Sound with
        {
            Services = Sound.Services with { SshPasswords = false, SshRootLogin = SshRootLogin.KeysOnly, SshForwarding = false, SshGroups = [UnixName.Parse("wheel"), UnixName.Parse("remote")] },
        };

        Assert.Equal("rootfs/etc/ssh/sshd_config.d/40-my-image.conf", BundlePaths.Ssh(design.Image.Name));
        Assert.Equal(
            "# Settings of sshd; the first value counts.\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nDisableForwarding yes\nAllowGroups wheel remote\n",
            Text(design, BundlePaths.Ssh(design.Image.Name)));
        Assert.Null(Compiled.Of(Sound).FindDocument(BundlePaths.Ssh(Sound.Image.Name)));
    }

    [Fact]
    public void A_locked_password_is_locked_by_the_installer_and_left_out_of_disk_images()
    {
        var design = Iso.Ada(account => account with { Password = PasswordHash.Parse(Hash), IsLocked = true });

        Assert.Contains("--iscrypted --lock\n", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
        Assert.DoesNotContain("password =", Text(design, BundlePaths.DiskConfig), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_with_nothing_but_a_locked_password_is_not_said_to_have_none()
    {
        var design = UsersFields.Accounts.Put(Iso, new UserAccount { Name = UnixName.Parse("bob"), Password = PasswordHash.Parse(Hash), IsLocked = true });

        foreach (var path in new[] { BundlePaths.IsoKickstart, BundlePaths.DiskConfig })
        {
            Assert.Contains("# user bob: its password is locked and there is no key yet, so it is not made\n", Text(design, path), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void The_warning_of_a_hash_names_the_files_that_have_it_and_no_others(bool isLocked, bool hasKey, bool hasOwnKickstart)
    {
        var design = Iso.Ada(account => account with { Password = PasswordHash.Parse(Hash), IsLocked = isLocked, SshKeys = hasKey ? account.SshKeys : [] });
        design = DeliveryFields.OwnKickstart.Set(design, hasOwnKickstart ? "lang en_US.UTF-8" : "");

        var compiled = Compiled.Of(design);
        var message = Assert.Single(compiled.Diagnostics, each => each.Code == "VD5004").Message;

        Assert.Contains("design.toml", message, StringComparison.Ordinal);
        Assert.Equal(compiled.Document(BundlePaths.IsoKickstart).Text.Contains(Hash, StringComparison.Ordinal), message.Contains("the kickstart", StringComparison.Ordinal));
        Assert.Equal(compiled.Document(BundlePaths.DiskConfig).Text.Contains(Hash, StringComparison.Ordinal), message.Contains("the disk config", StringComparison.Ordinal));
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
