using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>pykickstart ends with "Unknown command" for what its version does not have.</summary>
public sealed class KickstartCommandRule() : DesignRule("VD8009", DiagnosticSeverity.Error, "The installer does not know this command")
{
    /// <summary>The commands of Fedora 43 and 44 (pykickstart, handlers/control.py).</summary>
    private static readonly string[] Known =
    [
        "autopart", "autostep", "bootc", "bootloader", "btrfs", "cdrom", "clearpart", "cmdline", "driverdisk", "eula", "fcoe", "firewall", "firstboot",
        "graphical", "group", "halt", "harddrive", "hmc", "ignoredisk", "iscsi", "iscsiname", "keyboard", "lang", "liveimg", "logging", "logvol", "mediacheck",
        "method", "module", "mount", "network", "nfs", "nvdimm", "ostreecontainer", "ostreesetup", "part", "partition", "poweroff", "raid", "rdp", "realm",
        "reboot", "repo", "reqpart", "rescue", "rootpw", "selinux", "services", "shutdown", "skipx", "snapshot", "sshkey", "sshpw", "text", "timesource",
        "timezone", "updates", "url", "user", "vnc", "volgroup", "xconfig", "zerombr", "zfcp", "%include", "%ksappend", "authselect", "zipl",
    ];

    /// <summary>Commands of Enterprise Linux alone (pykickstart, handlers/rhel10.py).</summary>
    private static readonly string[] OfEnterpriseLinux = ["syspurpose", "rhsm"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        KickstartLines.Commands(input.Design.Installer.ExtraKickstart)
            .Select(command => command.Word)
            .Where(word => Array.IndexOf(Known, word) < 0 && !(Array.IndexOf(OfEnterpriseLinux, word) >= 0 && input.Design.IsEnterpriseLinux()))
            .Distinct(StringComparer.Ordinal)
            .Select(word => Report(DeliveryFields.ExtraKickstart.Path, word is "%end"
                ? "'%end' closes a section, and none is open here."
                : $"'{word}' is not a kickstart command, or was removed from it; the installer stops with 'Unknown command: {word}'. Shell commands belong into a %post section."));
}
