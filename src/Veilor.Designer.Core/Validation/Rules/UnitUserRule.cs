using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A service ends with status 217/USER or 216/GROUP where the account is not there (systemd.exec(5)). Only a small base is judged, whose accounts are known.</summary>
public sealed class UnitUserRule() : DesignRule("VD6029", DiagnosticSeverity.Warning, "Nobody makes the service's account")
{
    /// <summary>Accounts of packages that the bases of Fedora and of Enterprise Linux have.</summary>
    private static readonly string[] OfBases =
        ["root", "sssd", "unbound", "clevis", "tcpdump", "cockpit-ws", "cockpit-wsinstance", "pesign", "setroubleshoot", "qemu", "saslauth", "radvd", "gluster", "pcp", "dnsmasq", "ceph", "abrt", "chrony", "openvpn", "wheel", "users", "utmp", "systemd-journal"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.HasSmallBase() || !input.Design.Packages.Groups.IsEmpty || !input.Design.Packages.Environments.IsEmpty)
        {
            yield break;
        }

        foreach (var unit in OverlayUnit.All(input.Content).Where(unit => unit.Type is "service" && !UnitFile.IsYes(unit.Unit.Last("Service", "DynamicUser"))))
        {
            if (Unknown(input, unit.Unit, "User") is { } user)
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path} runs as '{user}', and nothing known here makes that account: the service would end with 217/USER. A file of /usr/lib/sysusers.d makes one: u {user} - \"Own service\".");
            }
            else if (Unknown(input, unit.Unit, "Group") is { } group)
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path} runs in the group '{group}', and nothing known here makes that group: the service would end with 216/GROUP. A file of /usr/lib/sysusers.d makes one: g {group} -.");
            }
        }
    }

    private static string? Unknown(RuleInput input, UnitFile unit, string key) =>
        unit.Last("Service", key) is { Length: > 0 } name && !name.AsSpan().ContainsAny('%', '$') && !name.All(char.IsAsciiDigit) && !MayBeThere(input, name) ? name : null;

    private static bool MayBeThere(RuleInput input, string name) =>
        SystemAccounts.IsUser(name) || SystemAccounts.IsLikelyGroup(name) || Array.IndexOf(OfBases, name) >= 0
        || UsersFields.Accounts.Find(input.Design, name) is not null || UsersFields.Groups.Find(input.Design, name) is not null
        || SystemAccounts.MayCome(input.Design, name) || InstalledNames.Of(input.Design.Packages).HasFamily(name) || InstalledNames.Of(input.Design.Packages).Begins(name)
        || OverlayFiles.Below(input.Content, "usr/lib/sysusers.d/", "etc/sysusers.d/").Any(each => each.File.ReadableText().Contains(name, StringComparison.Ordinal))
        || BuildCommands.Of(input).Any(command => SystemctlUnits.AreBroughtBy(command) || command.Text.Contains(name, StringComparison.Ordinal) || command.Text.Contains("sysusers", StringComparison.Ordinal));
}
