using System.Globalization;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Addresses, ports and payload references that are taken as any text.</summary>
internal static class NetworkTraps
{
    public static IEnumerable<CheckTrap> Find(KickstartSession session) =>
        session.Lines("network").SelectMany(OfNetwork)
            .Concat(session.Lines("firewall").SelectMany(OfFirewall))
            .Concat(session.Lines("bootc").SelectMany(OfBootc));

    private static IEnumerable<CheckTrap> OfNetwork(CommandLine line)
    {
        if (line.Text("--bootproto") == "static" || line.Counts("--ip"))
        {
            if (line.Text("--bootproto") == "static" && !line.Counts("--ip"))
            {
                yield return KickstartTraps.At(line, "--bootproto", "static-without-address", DiagnosticSeverity.Error, "A static configuration has no --ip.", "The validator does not look.");
            }

            if (line.Counts("--ip") && !line.Counts("--netmask") && !line.Text("--ip").Contains('/', StringComparison.Ordinal))
            {
                yield return KickstartTraps.At(line, "--ip", "static-without-netmask", DiagnosticSeverity.Error, "There is an address and no --netmask.", "The validator does not look; the interface stays without address.");
            }
        }

        foreach (var option in (string[])["--ip", "--netmask", "--gateway"])
        {
            var address = line.Text(option);
            if (address.Length > 0 && address != "dhcp" && Uri.CheckHostName(address) is not (UriHostNameType.IPv4 or UriHostNameType.IPv6))
            {
                yield return KickstartTraps.At(line, option, "bad-address", DiagnosticSeverity.Error, $"{address} is no IP address.", "Addresses are taken as any text.");
            }
        }
    }

    private static IEnumerable<CheckTrap> OfFirewall(CommandLine line)
    {
        foreach (var port in line.List("--port"))
        {
            var parts = port.Split(':');
            var numbers = parts[0].Split('-');
            var isValid = parts.Length <= 2 && numbers.Length <= 2
                && numbers.All(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65535)
                && (parts.Length == 1 || parts[1] is "tcp" or "udp" or "sctp" or "dccp");
            if (!isValid)
            {
                yield return KickstartTraps.At(line, "--port", "bad-port", DiagnosticSeverity.Error, $"{port} is no port; write 1 to 65535, a colon, and tcp or udp.", "Ports are taken as any text.");
            }
        }

        if (line.Has("--disable") && (line.Counts("--port") || line.Counts("--service") || line.Has("--ssh")))
        {
            yield return KickstartTraps.At(line, "--disabled", "rules-without-firewall", DiagnosticSeverity.Warning, "The firewall is disabled; its ports and services do not count.", "Both are accepted together.");
        }
    }

    private static IEnumerable<CheckTrap> OfBootc(CommandLine line)
    {
        if (!line.Text("--source-imgref").Contains(':', StringComparison.Ordinal) || line.Text("--source-imgref").Split(':')[0].Contains('/', StringComparison.Ordinal))
        {
            yield return KickstartTraps.At(line, "--source-imgref", "imgref-without-transport", DiagnosticSeverity.Error, "--source-imgref needs a transport in front, such as registry:.", "The reference is taken as any text.");
        }

        if (line.Text("--target-imgref").StartsWith("registry:", StringComparison.Ordinal))
        {
            yield return KickstartTraps.At(line, "--target-imgref", "imgref-with-transport", DiagnosticSeverity.Error, "--target-imgref has no transport in front.", "The reference is taken as any text.");
        }

        if (line.Context.Version == KickstartVersion.F43)
        {
            yield return KickstartTraps.At(line, string.Empty, "bootc-needs-f44", DiagnosticSeverity.Warning, "Anaconda follows the bootc command from Fedora 44 on.", "The syntax is older than the installer's support.");
        }
    }
}
