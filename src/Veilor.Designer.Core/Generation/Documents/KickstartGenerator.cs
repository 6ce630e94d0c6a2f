using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes the two kickstarts. One is embedded in the ISO, whose builder adds the image source itself and nothing
/// else; the other is for a stock installer and names the image in the registry.
/// </summary>
public sealed class KickstartGenerator : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        yield return IsoKickstart(input.Design);
        if (input.Design.Publish.Repository is not null)
        {
            yield return InstallKickstart(input.Design);
        }
    }

    /// <summary>The kickstart that the ISO's builder config embeds.</summary>
    internal static DesignDocument IsoKickstart(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.IsoKickstart, DocumentLanguage.Kickstart)
            .From(DeliveryFields.InstallerMode.Path, "With a kickstart of one's own the builder adds the image source only; everything else must stand here.")
            .Line("# The kickstart of the installer ISO. build/iso-config.toml embeds this text.")
            .Line("# The builder adds the source of the image; a second one would be refused.");
        WriteBody(writer, design);
        return writer.ToDocument();
    }

    private static DesignDocument InstallKickstart(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.InstallKickstart, DocumentLanguage.Kickstart)
            .From(DeliveryFields.InstallerMode.Path)
            .Line("# For a stock Fedora installer: boot it with inst.ks= and the address of this file.");
        WriteBody(writer, design, () =>
        {
            var url = KickstartText.Option("--url", design.BuiltReference().ToString());
            writer.From([DeliveryFields.Repository.Path, DeliveryFields.Tag.Path, DeliveryFields.Signed.Path], "The installer pulls the image from the registry, and the machine upgrades from there.")
                .Line()
                .Line("# The image")
                .Line(design.Publish.Signed
                    ? $"ostreecontainer {url} --transport=registry"
                    : $"ostreecontainer {url} --transport=registry --no-signature-verification");
        });
        return writer.ToDocument();
    }

    private static void WriteBody(DocumentWriter writer, ImageDesign design, Action? writeSource = null)
    {
        if (design.Installer.OwnKickstart.Length > 0)
        {
            writer.From(DeliveryFields.OwnKickstart.Path, "A kickstart of your own, taken as it is; nothing else of the design is added but the source of the image.")
                .Line()
                .Lines(design.Installer.OwnKickstart);
            writeSource?.Invoke();
            return;
        }

        WriteMode(writer, design);
        WriteLocalization(writer, design.System);
        KickstartStorage.Write(writer, design);
        writeSource?.Invoke();
        WriteUsers(writer, design);
        WriteBootloader(writer, design);
        if (design.Installer.ExtraKickstart.Length > 0)
        {
            writer.From(DeliveryFields.ExtraKickstart.Path, "Lines of your own, taken as they are.").Line().Lines(design.Installer.ExtraKickstart);
        }

        writer.From(DeliveryFields.InstallerMode.Path)
            .Line()
            .Line("selinux --enforcing")
            .Line("firstboot --disable")
            .Line("reboot --eject");
        WritePost(writer, design);
        KickstartStorage.WritePost(writer, design.Storage);
    }

    private static void WriteMode(DocumentWriter writer, ImageDesign design)
    {
        if (design.Installer.Mode == InstallerMode.Interactive)
        {
            writer.From(DeliveryFields.InstallerMode.Path, "The installer shows its pages and asks for what is not answered below.")
                .Line()
                .Line("graphical");
        }
        else
        {
            writer.From(DeliveryFields.InstallerMode.Path, "The installer asks nothing and stops at what is not answered below.")
                .Line()
                .Line($"# UNATTENDED: nobody is asked, and {design.Storage.Erases()}.", [StorageFields.Wipe.Path, StorageFields.TargetDisk.Path, DeliveryFields.InstallerMode.Path])
                .Line("text --non-interactive");
        }
    }

    private static void WriteLocalization(DocumentWriter writer, SystemSection system)
    {
        if (system.Locale is { } locale)
        {
            writer.From(SystemFields.Locale.Path).Line($"lang {KickstartText.Quote(locale.ToString())}");
        }

        if (system.Keyboard is { } keyboard)
        {
            var layouts = system.DesktopLayouts.IsEmpty ? "" : $" --xlayouts={SystemDocuments.KickstartLayouts(system)}";
            var toggle = system.DesktopLayouts.Count > 1 ? " --switch='grp:alt_shift_toggle'" : "";
            writer.From([SystemFields.Keyboard.Path, .. layouts.Length > 0 ? [SystemFields.DesktopLayouts.Path] : (FieldPath[])[]])
                .Line($"keyboard {KickstartText.Option("--vckeymap", keyboard.ToString())}{layouts}{toggle}");
        }
        else if (!system.DesktopLayouts.IsEmpty)
        {
            writer.From([SystemFields.DesktopLayouts.Path, SystemFields.Keyboard.Path]).Line($"keyboard --xlayouts={SystemDocuments.KickstartLayouts(system)}");
        }

        if (system.TimeZone is { } zone)
        {
            writer.From(SystemFields.TimeZone.Path).Line($"timezone {KickstartText.Quote(zone.ToString())} --utc");
        }

        foreach (var server in system.NtpServers)
        {
            writer.From([SystemFields.NtpServers.PathOf(server), SystemFields.AuthenticatedTime.Path]).Line($"timesource {KickstartText.Option("--ntp-server", server.ToString())}{(system.AuthenticatedTime ? " --nts" : "")}");
        }

        var host = system.Hostname is { } hostname ? " " + KickstartText.Option("--hostname", hostname.ToString()) : "";
        writer.From(SystemFields.Hostname.Path).Line($"network --bootproto=dhcp --device=link --activate{host}");
        writer.From([SystemFields.FirewallZone.Path, SystemFields.FirewallServices.Path, SystemFields.FirewallPorts.Path], "The image has its firewall settings. Without this line the installer would open SSH in them (pyanaconda, network/firewall).")
            .Line("firewall --use-system-defaults");
    }

    /// <summary>
    /// Users who can log in. A user without a credential is left out, and <c>rootpw</c> is written only beside an
    /// administrator who can log in: Anaconda would take it for one and no longer insist on its user page.
    /// </summary>
    private static void WriteUsers(DocumentWriter writer, ImageDesign design)
    {
        var field = UsersFields.Accounts;
        var administrators = design.Users.Accounts.Where(DesignFacts.IsAdministrator).Select(field.PathOf).ToEquatableArray();
        writer.From(field.Path).Line();
        foreach (var group in design.Users.Groups)
        {
            var gid = group.GroupId is { } id ? FormattableString.Invariant($" --gid={id}") : "";
            writer.From(UsersFields.Groups.PathOf(group)).Line($"group {KickstartText.Option("--name", group.Name.ToString())}{gid}");
        }

        foreach (var account in design.Users.Accounts)
        {
            writer.From(field.PathOf(account));
            if (!account.HasCredential)
            {
                writer.Line(
                    $"# user {account.Name}: {account.WhyNotMade()}, so {(design.HasAdministrator() ? "it is not made" : "the installer asks for a user")}",
                    [field.PathOf(account), .. administrators],
                    "A user without a credential would be locked, and the installer could take it for an administrator.");
                continue;
            }

            writer.Line(UserCommand(account));
            foreach (var key in account.SshKeys)
            {
                writer.Line($"sshkey {KickstartText.Option("--username", account.Name.ToString())} {KickstartText.Quote(key.ToString())}", field.PathOf(account, "ssh_keys"));
            }
        }

        if (design.Users.LockRoot && design.HasAdministrator())
        {
            writer.From([UsersFields.LockRoot.Path, .. administrators]).Line("rootpw --lock");
        }
    }

    private static string UserCommand(UserAccount account)
    {
        var words = new List<string> { "user", KickstartText.Option("--name", account.Name.ToString()) };
        if (account.FullName.Length > 0)
        {
            words.Add(KickstartText.Option("--gecos", account.FullName));
        }

        if (!account.Groups.IsEmpty)
        {
            words.Add(KickstartText.Option("--groups", string.Join(',', account.Groups)));
        }

        if (account.Shell is { } shell)
        {
            words.Add(KickstartText.Option("--shell", shell.ToString()));
        }

        if (account.Home is { } home)
        {
            words.Add(KickstartText.Option("--homedir", home.ToString()));
        }

        if (account.UserId is { } uid)
        {
            words.Add(FormattableString.Invariant($"--uid={uid}"));
        }

        if (account.GroupId is { } gid)
        {
            words.Add(FormattableString.Invariant($"--gid={gid}"));
        }

        if (account.Password is { } password)
        {
            words.Add(KickstartText.Option("--password", password.ToString()) + " --iscrypted");
        }

        if (!account.HasPassword)
        {
            words.Add("--lock");
        }

        return string.Join(' ', words);
    }

    private static void WriteBootloader(DocumentWriter writer, ImageDesign design)
    {
        var entries = design.Kernel.Arguments.Where(entry => entry.Owner == ArgumentOwner.Installer).ToList();
        var roots = design.Storage.Subvolumes.Where(subvolume => SubvolumeMountOptions.InRootFlags(subvolume).Count > 0).ToList();
        if (entries.Count == 0 && roots.Count == 0)
        {
            return;
        }

        IEnumerable<string> arguments =
        [
            .. entries.Select(entry => entry.Argument.ToString()),
            .. roots.Select(subvolume => "rootflags=" + string.Join(',', SubvolumeMountOptions.InRootFlags(subvolume))),
        ];
        var reason = "These stay on the machine: no update of the image takes them back."
            + (roots.Count > 0 ? " rootflags are the root's mount options: the initramfs mounts it before fstab is read, and joins them to those that the installer writes." : "");
        writer.From([.. entries.Select(KernelFields.Arguments.PathOf), .. roots.Select(subvolume => StorageFields.Subvolumes.PathOf(subvolume, "mount_options"))], reason)
            .Line($"bootloader {KickstartText.Option("--append", string.Join(' ', arguments))}");
    }

    private static void WritePost(DocumentWriter writer, ImageDesign design)
    {
        var field = UsersFields.Accounts;
        var accounts = design.Users.Accounts
            .Where(account => account.HasCredential && (account.Expires is not null || (account.ChangePasswordAtFirstLogin && account.HasPassword)))
            .ToList();
        if (accounts.Count == 0)
        {
            return;
        }

        writer.From(field.Path, "kickstart's user command cannot ask for a new password, nor let an account expire. A password whose age is set back to the beginning must be changed.")
            .Line()
            .Line("%post --erroronfail");
        foreach (var account in accounts)
        {
            if (account.ChangePasswordAtFirstLogin && account.HasPassword)
            {
                writer.Line($"chage -d 0 {ShellText.Quote(account.Name.ToString())}", field.PathOf(account, "change_password"));
            }

            if (account.Expires is { } day)
            {
                writer.Line($"chage -E {day} {ShellText.Quote(account.Name.ToString())}", field.PathOf(account, "expires"));
            }
        }

        writer.Line("%end");
    }
}
