using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The steps of the Containerfile that set what no file of its own can say: firewall, time servers, crypto policy.</summary>
internal static class ContainerfileSystem
{
    public static void Write(DocumentWriter writer, ImageDesign design)
    {
        WriteFirewall(writer, design.System);
        WriteTime(writer, design.System);
        WriteFips(writer, design, DnfForm.Of(design));
    }

    private static void WriteFirewall(DocumentWriter writer, SystemSection system)
    {
        if (system.FirewallZone is { } zone)
        {
            var name = ShellText.Quote(zone.ToString());
            writer.From(SystemFields.FirewallZone.Path, "firewall-cmd needs a running daemon, which a build does not have; firewall-offline-cmd edits the files. It ends with an error (ZONE_ALREADY_SET) where the zone is the default already, so it is asked first.")
                .Line()
                .Line("# The firewall's default zone")
                .Line($"RUN test \"$(firewall-offline-cmd --get-default-zone)\" = {name} || firewall-offline-cmd --set-default-zone={name}");
        }

        Open(writer, "# Services that the firewall lets in", "--add-service", system.FirewallServices, SystemFields.FirewallServices);
        Open(writer, "# Ports that the firewall lets in", "--add-port", system.FirewallPorts, SystemFields.FirewallPorts);
    }

    /// <summary>One step for services and one for ports: firewall-offline-cmd refuses the two options in one call.</summary>
    private static void Open<T>(DocumentWriter writer, string comment, string option, EquatableArray<T> opened, ListField<T> field)
        where T : class, ITextValue<T>
    {
        if (opened.IsEmpty)
        {
            return;
        }

        writer.From(field.Path, "firewall-cmd needs a running daemon, which a build does not have; firewall-offline-cmd edits the files.")
            .Line()
            .Line(comment)
            .Line("RUN firewall-offline-cmd \\");
        foreach (var (index, each) in opened.Index())
        {
            writer.Line($"      {option}={ShellText.Quote(each.ToString()!)}{(index < opened.Count - 1 ? " \\" : "")}", field.PathOf(each));
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
            writer.Line($"      -e {ShellText.Quote($"$ a server {server} iburst{(system.AuthenticatedTime ? " nts" : "")}")} \\", [SystemFields.NtpServers.PathOf(server), SystemFields.AuthenticatedTime.Path]);
        }

        if (system.AuthenticatedTime)
        {
            writer.Line("      -e '$ a nocerttimecheck 1' \\", [SystemFields.AuthenticatedTime.Path, SystemFields.NtpServers.Path], "With a clock far off no certificate verifies; the first look at the servers does without, or the clock could never be set right.");
        }

        writer.Line("      /etc/chrony.conf");
    }

    private static void WriteFips(DocumentWriter writer, ImageDesign design, DnfForm dnf)
    {
        if (design.System.Fips)
        {
            writer.From(SystemFields.Fips.Path, "Programs follow the crypto policy of the image; fips=1 in kargs.d holds the kernel.")
                .Line()
                .Line("# FIPS mode: the programs' half")
                .LineAlso($"RUN {dnf.CacheMount} \\", [ImageFields.Base.Path]);
            SecretMounts.Write(writer, SecretMounts.OfPackages(design));
            writer.Line("    dnf -y install crypto-policies-scripts \\")
                .Line("    && update-crypto-policies --no-reload --set FIPS");
        }
    }
}
