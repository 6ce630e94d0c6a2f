using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The steps of the Containerfile that set what no file of its own can say: firewall, time servers, crypto policy.</summary>
internal static class ContainerfileSystem
{
    private const string CacheMount = "--mount=type=cache,target=/var/cache/libdnf5";

    public static void Write(DocumentWriter writer, SystemSection system)
    {
        WriteFirewall(writer, system);
        WriteTime(writer, system);
        WriteFips(writer, system);
    }

    private static void WriteFirewall(DocumentWriter writer, SystemSection system)
    {
        if (system.FirewallZone is { } zone)
        {
            writer.From(SystemFields.FirewallZone.Path, "firewall-cmd needs a running daemon, which a build does not have; firewall-offline-cmd edits the files.")
                .Line()
                .Line("# The firewall's default zone")
                .Line($"RUN firewall-offline-cmd --set-default-zone={ShellText.Quote(zone.ToString())}");
        }

        List<(string Option, FieldPath Origin)> opened =
        [
            .. system.FirewallServices.Select(service => ("--add-service=" + ShellText.Quote(service.ToString()), SystemFields.FirewallServices.PathOf(service))),
            .. system.FirewallPorts.Select(port => ("--add-port=" + ShellText.Quote(port.ToString()), SystemFields.FirewallPorts.PathOf(port))),
        ];
        if (opened.Count == 0)
        {
            return;
        }

        writer.From(system.FirewallServices.IsEmpty ? SystemFields.FirewallPorts.Path : SystemFields.FirewallServices.Path, "firewall-cmd needs a running daemon, which a build does not have; firewall-offline-cmd edits the files.")
            .Line()
            .Line(system.FirewallPorts.IsEmpty ? "# Services that the firewall lets in" : "# What the firewall lets in")
            .Line("RUN firewall-offline-cmd \\");
        for (var i = 0; i < opened.Count; i++)
        {
            writer.Line($"      {opened[i].Option}{(i < opened.Count - 1 ? " \\" : "")}", opened[i].Origin);
        }
    }

    private static void WriteTime(DocumentWriter writer, SystemSection system)
    {
        if (system.NtpServers.IsEmpty)
        {
            return;
        }

        writer.From(SystemFields.NtpServers.Path, "chrony reads no folder of drop-ins on Fedora, so its own servers are taken out of the file and these added. An installer with a kickstart does the same on the machine.")
            .Line()
            .Line("# Time servers")
            .Line("RUN sed -i -E \\")
            .Line("      -e 's/^(pool|server) /# &/' \\");
        foreach (var server in system.NtpServers)
        {
            writer.Line($"      -e {ShellText.Quote($"$ a server {server} iburst{(system.AuthenticatedTime ? " nts" : "")}")} \\", SystemFields.NtpServers.PathOf(server));
        }

        if (system.AuthenticatedTime)
        {
            writer.Line("      -e '$ a nocerttimecheck 1' \\", SystemFields.AuthenticatedTime.Path, "With a clock far off no certificate verifies; the first look at the servers does without, or the clock could never be set right.");
        }

        writer.Line("      /etc/chrony.conf");
    }

    private static void WriteFips(DocumentWriter writer, SystemSection system)
    {
        if (system.Fips)
        {
            writer.From(SystemFields.Fips.Path, "Programs follow the crypto policy of the image; fips=1 in kargs.d holds the kernel.")
                .Line()
                .Line("# FIPS mode: the programs' half")
                .Line($"RUN {CacheMount} \\")
                .Line("    dnf -y install crypto-policies-scripts \\")
                .Line("    && update-crypto-policies --no-reload --set FIPS");
        }
    }
}
