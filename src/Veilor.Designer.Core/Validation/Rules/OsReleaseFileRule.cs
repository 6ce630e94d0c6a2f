using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders look the distribution up by ID and VERSION_ID (image-builder, osinfo.go, distro definitions).</summary>
public sealed class OsReleaseFileRule() : DesignRule("VD7027", DiagnosticSeverity.Error, "The builders do not know this distribution")
{
    private static readonly string[] Known = ["fedora", "centos", "rhel", "almalinux", "rocky"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var path in new[] { "usr/lib/os-release", "etc/os-release" })
        {
            if (input.Content.Find(Content.DesignContent.OverlayFolder + path) is { } file && Problem(input.Design, Values(file)) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem} The section Branding changes names and leaves these keys alone.");
            }
        }
    }

    private static string? Problem(ImageDesign design, Dictionary<string, string> values)
    {
        foreach (var key in new[] { "ID", "VERSION_ID", "NAME" })
        {
            if (values.GetValueOrDefault(key, "").Length == 0)
            {
                return $"the builders end with 'missing {key} in os-release'.";
            }
        }

        var version = values["VERSION_ID"].Split('.');
        if (version.Length > 2 || !Array.TrueForAll(version, part => part.Length > 0 && part.All(char.IsAsciiDigit)))
        {
            return $"VERSION_ID is '{values["VERSION_ID"]}'; the builders read a number or two with a dot, such as 43 or 10.1.";
        }

        return design.MakesIso() && Array.IndexOf(Known, values["ID"]) < 0
            ? $"ID is '{values["ID"]}', and the ISO is made of packages of the distribution of that name, which the builder does not know."
            : null;
    }

    private static Dictionary<string, string> Values(Content.ContentFile file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in OverlayFiles.Lines(file))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                values[line[..equals]] = line[(equals + 1)..].Trim('"', '\'');
            }
        }

        return values;
    }
}
