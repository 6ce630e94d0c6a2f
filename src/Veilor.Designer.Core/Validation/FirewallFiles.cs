using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>firewalld's files of the overlay: zones, services and the like, which are XML (firewalld.zone(5), firewalld.service(5)).</summary>
internal static class FirewallFiles
{
    private static readonly string[] Folders = ["etc/firewalld/", "usr/lib/firewalld/"];

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, XElement? Root)>> Read = new(content =>
        [.. OverlayFiles.Below(content, Folders).Where(each => each.Path.EndsWith(".xml", StringComparison.Ordinal)).Select(each => (each.Path, Parse(each.File.ReadableText())))]);

    /// <summary>Every XML file; without a root where it is no XML.</summary>
    public static IReadOnlyList<(string Path, XElement? Root)> Of(DesignContent content) => Read.Of(content);

    /// <summary>The zone's file, the one in /etc before the other; null when the overlay has none, or one that is no XML.</summary>
    public static (string Path, XElement Root)? Zone(DesignContent content, string name)
    {
        foreach (var folder in Folders)
        {
            if (Of(content).FirstOrDefault(each => string.Equals(each.Path, $"{folder}zones/{name}.xml", StringComparison.Ordinal)) is { Root: { } root, Path: { } path })
            {
                return (path, root);
            }
        }

        return null;
    }

    /// <summary>True when the zone lets SSH in, or all that it does not name.</summary>
    public static bool TakesSsh(XElement zone) =>
        (string?)zone.Attribute("target") is "ACCEPT"
        || zone.Elements("service").Any(each => (string?)each.Attribute("name") is "ssh")
        || zone.Elements("port").Any(each => Covers((string?)each.Attribute("port"), (string?)each.Attribute("protocol")))
        || zone.Elements("rule").Any(each => each.Element("accept") is not null || each.Elements("service").Any());

    /// <summary>True for a port, or a range, with 22 of TCP.</summary>
    public static bool Covers(string? ports, string? protocol) =>
        protocol is "tcp" && ports?.Split('-') is { Length: 1 or 2 } ends && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= 22 && last >= 22;

    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
