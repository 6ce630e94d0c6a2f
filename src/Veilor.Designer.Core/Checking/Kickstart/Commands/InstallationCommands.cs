using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using static Veilor.Designer.Core.Checking.Kickstart.Syntax.Options;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>Where the installation comes from, how it shows itself and how it ends; and the network.</summary>
internal static class InstallationCommands
{
    private static readonly string[] Sources = ["--mirrorlist", "--url", "--metalink"];

    public static IEnumerable<CommandSyntax> All() =>
    [
        .. Payload(),
        .. Display(),
        new("network")
        {
            Options =
            [
                OneOf("--bootproto", "dhcp", "bootp", "static", "query", "ibft"),
                OneOf("--bindto", "mac"),
                new(["--onboot"], OptionKind.YesNo),
                .. Texts(
                    "--dhcpclass", "--device", "--essid", "--ethtool", "--gateway", "--hostname", "--ip", "--mtu", "--nameserver",
                    "--netmask", "--wepkey", "--ipv6", "--wpakey", "--bondslaves", "--bondopts", "--vlanid", "--ipv6gateway",
                    "--interfacename", "--bridgeslaves", "--bridgeopts", "--ipv4-dns-search", "--ipv6-dns-search"),
                Text("--teamslaves") with { DeprecatedIn = Dialects.Rhel10 },
                Text("--teamconfig") with { DeprecatedIn = Dialects.Rhel10 },
                .. Flags(
                    "--nodns", "--notksdevice", "--noipv4", "--noipv6", "--activate", "--nodefroute", "--no-activate",
                    "--ipv4-ignore-auto-dns", "--ipv6-ignore-auto-dns"),
            ],
            Check = InstallationChecks.Network,
        },
        new("reboot", "halt", "poweroff", "shutdown") { Options = [.. Flags("--eject", "--kexec")] },
        new("logging") { KeepsValues = true, Options = [.. Texts("--host", "--port")], Check = line => line.Refuse(line.Counts("--port") && !line.Counts("--host"), "Can't specify --port without --host.") },
        new("mediacheck"),
        new("updates") { Arguments = [new("[URL]")] },
        new("driverdisk")
        {
            Arguments = [new("<partition>", PositionalCount.Any)],
            Extra = ExtraWords.Kept,
            Options = [.. Texts("--source", "--biospart")],
            Check = InstallationChecks.DriverDisk,
        },
        new("autostep") { Status = CommandStatus.Removed },
        new("device") { Status = CommandStatus.Removed },
        new("deviceprobe") { Status = CommandStatus.Removed },
        new("install") { Status = CommandStatus.Removed },
    ];

    private static IEnumerable<CommandSyntax> Payload() =>
    [
        new("ostreecontainer")
        {
            Conflicts = ["ostreesetup", "bootc"],
            Options = [.. Texts("--stateroot", "--transport", "--remote"), Required("--url"), Flag("--no-signature-verification")],
        },
        new("ostreesetup")
        {
            Conflicts = ["ostreecontainer", "bootc"],
            Options = [Required("--osname"), Text("--remote"), Required("--url"), Required("--ref"), Flag("--nogpg")],
            Check = InstallationChecks.OstreeSetup,
        },
        new("bootc")
        {
            Conflicts = ["ostreesetup", "ostreecontainer"],
            Options = [Text("--stateroot"), Required("--source-imgref"), Text("--target-imgref")],
        },
        new("url")
        {
            Options = [.. Texts("--proxy", "--mirrorlist", "--url", "--metalink", "--sslcacert", "--sslclientcert", "--sslclientkey"), Flag("--noverifyssl")],
            Check = line => SystemChecks.OneOf(line, "url", Sources),
        },
        new("repo")
        {
            Options =
            [
                Required("--name"),
                .. Texts("--baseurl", "--mirrorlist", "--metalink", "--proxy", "--sslcacert", "--sslclientcert", "--sslclientkey"),
                Integer("--cost"),
                List("--excludepkgs"),
                List("--includepkgs"),
                .. Flags("--noverifyssl", "--install"),
            ],
            Check = InstallationChecks.Repo,
        },
        new("nfs") { Options = [Required("--server"), Required("--dir"), Text("--opts")] },
        new("harddrive") { Options = [Required("--dir"), Required("--partition")] },
        new("liveimg") { Options = [Required("--url"), Text("--proxy"), Flag("--noverifyssl"), Text("--checksum")] },
        new("cdrom") { Extra = ExtraWords.Kept, Status = CommandStatus.Unparsed, Check = InstallationChecks.NoArguments },
        new("hmc") { Extra = ExtraWords.Kept, Status = CommandStatus.Unparsed, Check = InstallationChecks.NoArguments },
        new("method") { Status = CommandStatus.Removed },
        new("module") { Status = CommandStatus.Deprecated },
    ];

    private static IEnumerable<CommandSyntax> Display() =>
    [
        new("text", "graphical", "cmdline")
        {
            Options = [Flag("--non-interactive")],
            Check = line => line.Refuse(line.Context.Name == "cmdline" && line.Has("--non-interactive"), "Kickstart command cmdline does not support --non-interactive parameter"),
        },
        new("vnc") { Status = CommandStatus.Deprecated },
        new("rdp") { Options = [.. Texts("--username", "--password")] },
        new("rescue")
        {
            Options = [.. Flags("--nomount", "--romount")],
            Check = line => line.Refuse(line.Has("--nomount") && line.Has("--romount"), "Only one of --nomount and --romount may be specified for rescue command."),
        },
        new("eula")
        {
            Extra = ExtraWords.Kept,
            Options = [Flag("--agreed|--agree|--accepted|--accept")],
            Check = InstallationChecks.Eula,
        },
    ];
}
