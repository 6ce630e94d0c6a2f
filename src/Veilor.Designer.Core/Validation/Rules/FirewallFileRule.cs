using System.Xml.Linq;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>firewalld passes over a file that it cannot read, with a line in its log, and takes the default where firewalld.conf names a zone that is not there (firewalld.zone(5), firewalld.service(5), firewalld.conf(5)).</summary>
public sealed class FirewallFileRule() : DesignRule("VD6031", DiagnosticSeverity.Warning, "firewalld cannot use the file")
{
    private static readonly (string Folder, string Root)[] Kinds = [("zones/", "zone"), ("services/", "service"), ("policies/", "policy"), ("ipsets/", "ipset"), ("icmptypes/", "icmptype"), ("helpers/", "helper")];

    private static readonly string[] Protocols = ["tcp", "udp", "sctp", "dccp"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, root) in FirewallFiles.Of(input.Content))
        {
            if (Array.Find(Kinds, each => path.Contains("/firewalld/" + each.Folder, StringComparison.Ordinal)) is { Root: { } kind } && Problem(root, kind) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path} {problem}, so firewalld passes over it.");
            }
        }

        const string Settings = "etc/firewalld/firewalld.conf";
        if (OverlayFiles.Below(input.Content, Settings).FirstOrDefault() is { File: { } file }
            && OverlayFiles.Lines(file).LastOrDefault(line => line.StartsWith("DefaultZone", StringComparison.Ordinal) && line.Contains('=', StringComparison.Ordinal)) is { } setting
            && setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim() is var zone && !KnownNames.FirewallZones.Has(zone) && FirewallFiles.Zone(input.Content, zone) is null)
        {
            yield return ReportFile(Settings, $"overlay/{Settings}: nothing known here brings the zone '{StrayText.Shown(zone)}', and firewalld does not start as it is told without it.");
        }
    }

    private static string? Problem(XElement? root, string kind) =>
        root is null ? "is no XML that can be read"
        : !string.Equals(root.Name.LocalName, kind, StringComparison.Ordinal) ? $"begins with <{root.Name.LocalName}> in place of <{kind}>"
        : root.Elements("port").FirstOrDefault(each => each.Attribute("port") is null || Array.IndexOf(Protocols, (string?)each.Attribute("protocol")) < 0) is { } port ? $"has {Shown(port)}, and a port needs port=\"…\" and protocol=\"tcp\", udp, sctp or dccp"
        : kind is "zone" && root.Elements("service").Any(each => each.Attribute("name") is null) ? "has <service> without a name"
        : null;

    private static string Shown(XElement element) => StrayText.Shown($"<{element.Name.LocalName}{string.Concat(element.Attributes().Select(each => $" {each.Name.LocalName}=\"{each.Value}\""))}/>");
}
