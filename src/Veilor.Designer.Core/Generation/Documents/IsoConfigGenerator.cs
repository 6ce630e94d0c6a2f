using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes the builder config for the installer ISO: the kickstart and the Anaconda modules it needs. Users are in
/// the kickstart, because the builders refuse user tables beside it.
/// </summary>
public sealed class IsoConfigGenerator : IDocumentGenerator
{
    private const string ModulePrefix = "org.fedoraproject.Anaconda.Modules.";

    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        var design = input.Design;
        var writer = new DocumentWriter(BundlePaths.IsoConfig, DocumentLanguage.Toml)
            .From(DeliveryFields.ImageTypes.Path, "Mounted into the builder as /config.toml. User tables are refused beside a kickstart, so the users are in it.")
            .Line("# Builder config for the installer ISO. The text is kickstart/iso.ks.");
        if (design.System.Fips)
        {
            writer.Line("[customizations]", SystemFields.Fips.Path).Line("fips = true", SystemFields.Fips.Path, "The installer itself runs in FIPS mode, or it would format disks with ciphers that the system refuses.").Line();
        }

        writer.From(DeliveryFields.ImageTypes.Path, "Mounted into the builder as /config.toml. User tables are refused beside a kickstart, so the users are in it.")
            .Line("[customizations.installer.kickstart]");
        WriteKickstart(writer, KickstartGenerator.IsoKickstart(design));
        WriteModules(writer, design.System);
        return [writer.ToDocument()];
    }

    private static void WriteKickstart(DocumentWriter writer, DesignDocument kickstart)
    {
        var lines = ("contents = " + TomlText.MultiLine(kickstart.Text)).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == 0 || i > kickstart.Lines.Count)
            {
                writer.Line(lines[i]);
            }
            else
            {
                writer.Copy(kickstart.Lines[i - 1], lines[i]);
            }
        }
    }

    private static void WriteModules(DocumentWriter writer, SystemSection system)
    {
        var modules = new List<(string Name, FieldPath Origin)>();
        if (system.Locale is not null || system.Keyboard is not null || !system.DesktopLayouts.IsEmpty)
        {
            modules.Add(("Localization", system.Locale is not null ? SystemFields.Locale.Path : system.Keyboard is not null ? SystemFields.Keyboard.Path : SystemFields.DesktopLayouts.Path));
        }

        if (system.TimeZone is not null || !system.NtpServers.IsEmpty)
        {
            modules.Add(("Timezone", SystemFields.TimeZone.Path));
        }

        if (modules.Count == 0)
        {
            return;
        }

        writer.From(modules[0].Origin, "The builder leaves these Anaconda modules out, and without them the installer ignores lang, keyboard and timezone.")
            .Line()
            .Line("[customizations.installer.modules]")
            .Line("enable = [");
        foreach (var (name, origin) in modules)
        {
            writer.Line($"  {TomlText.Quote(ModulePrefix + name)},", origin);
        }

        writer.Line("]");
    }
}
