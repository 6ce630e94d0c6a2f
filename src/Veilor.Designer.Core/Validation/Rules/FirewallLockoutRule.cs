using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The zones drop and block let nothing in that is not named, and a zone file of the overlay what it names; every other zone of firewalld has ssh (firewalld, config/zones).</summary>
public sealed class FirewallLockoutRule() : DesignRule("VD6032", DiagnosticSeverity.Warning, "The firewall keeps SSH out")
{
    private const string Default = "public";

    private static readonly UnitName Firewalld = UnitName.Parse("firewalld.service");

    private static readonly FirewallService Ssh = FirewallService.Parse("ssh");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var (design, system) = (input.Design, input.Design.System);
        var people = design.Users.Accounts.Where(account => account is { HasCredential: true, RefusesLogin: false }).ToList();
        if (people.Count == 0 || people.Exists(account => account.HasPassword) || !SshPasswordRule.MayRun(design) || !Runs(design)
            || system.FirewallServices.Contains(Ssh) || system.FirewallPorts.Any(port => port.ToString().Split('/') is [var ports, var protocol] && FirewallFiles.Covers(ports, protocol)) || HasOwnWay(input))
        {
            yield break;
        }

        var zone = system.FirewallZone?.ToString() ?? Default;
        var file = FirewallFiles.Zone(input.Content, zone);
        var path = file?.Path;
        if (file is { Root: var root } ? !FirewallFiles.TakesSsh(root) : zone is "drop" or "block")
        {
            var place = path is null ? $"The zone {zone} lets nothing in that is not named" : $"overlay/{path}, the zone of every connection, does not name ssh";
            yield return Report(
                path is null ? SystemFields.FirewallZone.Path : PathOf(path),
                $"{place}, and the users have keys alone: nobody could log in, neither over the network nor at the console.",
                "Let ssh in",
                each => SystemFields.FirewallServices.Add(each, Ssh));
        }
    }

    /// <summary>True when the design enables firewalld, or sets its zone and does not hold it back: Fedora's presets start it with its package.</summary>
    private static bool Runs(ImageDesign design) =>
        ServicesFields.Enable.Contains(design, Firewalld)
        || (design.System.FirewallZone is not null && !ServicesFields.Disable.Contains(design, Firewalld) && !ServicesFields.Mask.Contains(design, Firewalld));

    /// <summary>True when steps of one's own may open the firewall or choose the zone.</summary>
    private static bool HasOwnWay(RuleInput input) =>
        input.Content.Contains("overlay/etc/firewalld/firewalld.conf") || BuildCommands.Of(input).Any(command => command.Is("firewall-offline-cmd") || command.Text.Contains("firewalld/", StringComparison.Ordinal));
}
