using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// The step that writes branding into os-release. ID and VERSION_ID are not touched: the builders take the
/// distribution from them and refuse one they do not know (image-builder, distro definitions).
/// </summary>
internal static class OsReleaseBlock
{
    public static IReadOnlyList<(string Key, string Value, FieldPath Origin)> Entries(BrandingSection branding)
    {
        var entries = new List<(string, string, FieldPath)>();
        Add("NAME", branding.Name, BrandingFields.Name.Path);
        Add("PRETTY_NAME", branding.PrettyName, BrandingFields.PrettyName.Path);
        Add("VARIANT", branding.Variant, BrandingFields.Variant.Path);
        Add("VARIANT_ID", branding.VariantId?.ToString() ?? "", BrandingFields.VariantId.Path);
        Add("HOME_URL", branding.HomeUrl?.ToString() ?? "", BrandingFields.HomeUrl.Path);
        return entries;

        void Add(string key, string value, FieldPath origin)
        {
            if (value.Length > 0)
            {
                entries.Add((key, value, origin));
            }
        }
    }

    public static void Write(DocumentWriter writer, ImageDesign design)
    {
        var entries = Entries(design.Branding);
        if (entries.Count == 0)
        {
            return;
        }

        var keys = string.Join('|', entries.Select(entry => entry.Key));
        writer.From(entries[0].Origin, "ID and VERSION_ID stay the base's, because the builders look the distribution up by them.")
            .Line()
            .Line("# Branding: the boot menu and the desktop take their names from os-release")
            .LineAlso($"RUN sed -i -E '/^({keys})=/d' /usr/lib/os-release \\", [BrandingFields.Name.Path, BrandingFields.PrettyName.Path, BrandingFields.Variant.Path, BrandingFields.VariantId.Path, BrandingFields.HomeUrl.Path])
            .Line("    && printf '%s\\n' \\");
        foreach (var (key, value, origin) in entries)
        {
            writer.Line($"         {ShellText.Quote($"{key}={OsReleaseText.Quote(value)}")} \\", origin);
        }

        writer.Line("       >> /usr/lib/os-release");
    }
}
