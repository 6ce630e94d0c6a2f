using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using static Veilor.Designer.Core.Checking.Kickstart.Syntax.Options;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>Language, time, boot loader, users, services: the settings of the installed system.</summary>
internal static class SystemCommands
{
    public static IEnumerable<CommandSyntax> All() =>
    [
        new("lang") { Arguments = [new("<lang>")], Extra = ExtraWords.RefusedByName, Options = [List("--addsupport")] },
        new("keyboard")
        {
            Arguments = [new("kbd", PositionalCount.Any)],
            Extra = ExtraWords.Kept,
            KeepsValues = true,
            Options = [Text("--vckeymap") with { Resets = true }, List("--xlayouts"), List("--switch")],
            Check = SystemChecks.Keyboard,
        },
        new("timezone")
        {
            Arguments = [new("<timezone>", PositionalCount.Any)],
            KeepsValues = true,
            Options =
            [
                Flag("--utc"),
                Flag("--isUtc") with { In = Dialects.Fedora, DeprecatedIn = Dialects.Fedora },
                Flag("--nontp") with { In = Dialects.Fedora, DeprecatedIn = Dialects.Fedora },
                List("--ntpservers") with { In = Dialects.Fedora, DeprecatedIn = Dialects.Fedora },
            ],
            Check = SystemChecks.Timezone,
        },
        new("timesource")
        {
            Options = [Text("--ntp-server"), Text("--ntp-pool"), Flag("--ntp-disable"), Flag("--nts")],
            Check = line => SystemChecks.OneOf(line, "timesource", "--ntp-server", "--ntp-pool", "--ntp-disable"),
        },
        new("bootloader")
        {
            KeepsValues = true,
            Options =
            [
                .. Texts("--append", "--default", "--md5pass"),
                Text("--password") with { Resets = true },
                OneOf("--location", "mbr", "partition", "none", "boot") with { Resets = true },
                List("--driveorder"),
                Integer("--timeout"),
                Text("--boot-drive") with { Resets = true },
                .. Flags("--iscrypted", "--leavebootorder", "--extlinux", "--disabled", "--nombr", "--sdboot"),
            ],
            Check = SystemChecks.Bootloader,
        },
        new("zipl") { Options = [.. Flags("--secure-boot", "--force-secure-boot", "--no-secure-boot")] },
        new("rootpw")
        {
            Arguments = [new("<password>", PositionalCount.OneOrNone)],
            Extra = ExtraWords.Kept,
            Options = [.. Flags("--iscrypted", "--lock", "--plaintext", "--allow-ssh")],
            Check = SystemChecks.RootPassword,
        },
        new("user")
        {
            Options =
            [
                Required("--name"),
                .. Texts("--homedir", "--password", "--shell", "--gecos"),
                .. Flags("--iscrypted", "--lock", "--plaintext"),
                .. Integers("--uid", "--gid"),
                List("--groups"),
            ],
            Check = line => line.WarnAgain(line.Text("--name"), $"A user with the name {line.Text("--name")} has already been defined."),
        },
        new("group")
        {
            Options = [Required("--name"), Integer("--gid")],
            Check = line => line.WarnAgain(line.Text("--name"), $"A group with the name {line.Text("--name")} has already been defined."),
        },
        new("sshkey")
        {
            Arguments = [new("\"ssh key\"")],
            ArgumentsLast = true,
            Extra = ExtraWords.RefusedByName,
            Options = [Required("--username")],
            Check = SystemChecks.SshKey,
        },
        new("sshpw")
        {
            Arguments = [new("<password>", PositionalCount.Any)],
            Extra = ExtraWords.Kept,
            Options = [Required("--username"), .. Flags("--iscrypted", "--plaintext", "--lock", "--sshkey")],
            Check = SystemChecks.SshPassword,
        },
        new("services") { KeepsValues = true, Options = [List("--disabled"), List("--enabled")], Check = SystemChecks.Services },
        new("selinux") { Options = [.. Flags("--disabled", "--enforcing", "--permissive")] },
        new("firewall")
        {
            Options =
            [
                Flag("--disable|--disabled"),
                Flag("--enable|--enabled"),
                .. Texts("--port", "--trust"),
                List("--service"),
                List("--remove-service"),
                .. Flags("--ftp", "--http", "--smtp", "--ssh", "--use-system-defaults"),
            ],
        },
        new("firstboot") { Options = [Flag("--disable|--disabled"), Flag("--enable|--enabled"), Flag("--reconfig")] },
        new("realm") { Status = CommandStatus.Unparsed, Check = RealmCheck.Check },
        new("authselect") { Status = CommandStatus.Unparsed },
        new("auth", "authconfig") { Status = CommandStatus.Removed },
        new("xconfig") { Options = [Text("--defaultdesktop"), Flag("--startxonboot")] },
        new("skipx"),
        new("syspurpose")
        {
            In = Dialects.Rhel10,
            Extra = ExtraWords.Kept,
            Options = [.. Texts("--role", "--sla", "--usage", "--addon")],
            Check = line => line.Refuse(line.Extra.Count > 0, "The syspurpose command does not take positional arguments!"),
        },
        new("rhsm")
        {
            In = Dialects.Rhel10,
            Options =
            [
                Required("--organization"),
                Required("--activation-key"),
                Flag("--connect-to-insights"),
                .. Texts("--proxy", "--server-hostname", "--rhsm-baseurl", "--flatpak-registry-url"),
            ],
            Check = line => line.Refuse(line.Text("--activation-key").Length == 0, "Empty string is not a valid activation key."),
        },
    ];
}
