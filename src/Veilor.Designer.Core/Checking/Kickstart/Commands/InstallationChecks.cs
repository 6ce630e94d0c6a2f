using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>What the commands around the installation check beyond their options.</summary>
internal static class InstallationChecks
{
    public static void Network(CommandLine line)
    {
        var device = line.Text("--device");
        line.WarnAgain(device, $"A network device with the name {device} has already been defined.");
        var bridge = line.Text("--bridgeopts");
        if (bridge.Length > 0)
        {
            line.Refuse(!line.Counts("--bridgeslaves"), "Option --bridgeopts requires --bridgeslaves to be specified");
            line.Refuse(
                bridge.Split(',').Any(o => o.Split('=', 2) is not [_, { Length: > 0 } value] || value.Contains('=', StringComparison.Ordinal)),
                "Bad format of --bridgeopts, expecting key=value options separated by ','");
        }

        line.Refuse(
            line.Text("--bindto") == "mac" && line.Counts("--vlanid") && !line.Counts("--bondopts"),
            "--bindto=mac is not supported for this type of device");
        if (device.Length == 0)
        {
            foreach (var option in (string[])["--ipv4-dns-search", "--ipv6-dns-search", "--ipv4-ignore-auto-dns", "--ipv6-ignore-auto-dns"])
            {
                line.Refuse(line.Counts(option), $"Option {option} requires --device to be specified");
            }
        }
    }

    public static void Repo(CommandLine line)
    {
        string[] sources = ["--mirrorlist", "--baseurl", "--metalink"];
        SystemChecks.AtMostOne(line, "repo", [.. sources.Where(line.Counts)]);
        line.WarnAgain(line.Text("--name"), $"A repo with the name {line.Text("--name")} has already been defined.");
    }

    public static void OstreeSetup(CommandLine line)
    {
        string[] schemes = ["file:", "http:", "https:"];
        line.Refuse(!schemes.Any(s => line.Text("--url").StartsWith(s, StringComparison.Ordinal)), "ostree repos must use file, HTTP or HTTPS protocol.");
    }

    public static void DriverDisk(CommandLine line)
    {
        var partitions = line.Arguments["<partition>"];
        line.Refuse(partitions.Count > 1, "Only one partition may be specified for driverdisk command.");
        SystemChecks.RefuseExtra(line, "driverdisk");
        line.Refuse(partitions.Count > 0 && line.Counts("--source"), "Only one of --source and partition may be specified for driverdisk command.");
        line.Refuse(partitions.Count > 0 && line.Counts("--biospart"), "Only one of --biospart and partition may be specified for driverdisk command.");
        line.Refuse(line.Counts("--source") && line.Counts("--biospart"), "Only one of --biospart and --source may be specified for driverdisk command.");
        line.Refuse(
            partitions.Count == 0 && !line.Counts("--source") && !line.Counts("--biospart"),
            "One of --source, --biospart, or partition must be specified for driverdisk command.");
    }

    public static void NoArguments(CommandLine line) =>
        line.Refuse(!line.Context.HasNoWords, $"Kickstart command {line.Context.Name} does not take any arguments");

    public static void Eula(CommandLine line)
    {
        line.Refuse(line.Extra.Count > 0, "Kickstart command eula does not take any arguments");
        line.Refuse(!line.Has("--agreed"), "Kickstart command eula expects the --agreed option");
    }
}
