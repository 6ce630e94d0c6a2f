using Veilor.Designer.Core.Collections;
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
        WriteModules(writer, design);
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

    private static void WriteModules(DocumentWriter writer, ImageDesign design)
    {
        var (system, installer) = (design.System, design.Installer);
        var isGenerated = installer.OwnKickstart.Length == 0;
        var enabled = new List<(AnacondaModule Module, EquatableArray<FieldPath> Origins)>();
        if (isGenerated && (system.Locale is not null || system.Keyboard is not null || !system.DesktopLayouts.IsEmpty))
        {
            enabled.Add((AnacondaModule.Localization, Set((SystemFields.Locale.Path, system.Locale is not null), (SystemFields.Keyboard.Path, system.Keyboard is not null), (SystemFields.DesktopLayouts.Path, !system.DesktopLayouts.IsEmpty))));
        }

        if (isGenerated && (system.TimeZone is not null || !system.NtpServers.IsEmpty))
        {
            enabled.Add((AnacondaModule.Timezone, Set((SystemFields.TimeZone.Path, system.TimeZone is not null), (SystemFields.NtpServers.Path, !system.NtpServers.IsEmpty))));
        }

        enabled.AddRange(installer.EnabledModules
            .Where(module => !enabled.Exists(each => each.Module == module))
            .Select(module => (module, (EquatableArray<FieldPath>)[DeliveryFields.EnabledModules.PathOf(module)]))
            .ToList());
        if (enabled.Count == 0 && installer.DisabledModules.IsEmpty)
        {
            return;
        }

        List<(AnacondaModule Module, EquatableArray<FieldPath> Origins)> disabled =
            [.. installer.DisabledModules.Select(module => (module, (EquatableArray<FieldPath>)[DeliveryFields.DisabledModules.PathOf(module)]))];
        const string LeftOut = "The builder leaves some Anaconda modules out, and without its module the installer ignores a line such as lang, keyboard or timezone.";
        writer.From([.. enabled.Concat(disabled).SelectMany(each => each.Origins).Distinct()], LeftOut)
            .Line()
            .Line("[customizations.installer.modules]");
        WriteList(writer, "enable", enabled, LeftOut);
        WriteList(writer, "disable", disabled, "The installer does not start these parts.");
    }

    private static EquatableArray<FieldPath> Set(params (FieldPath Field, bool IsSet)[] fields) =>
        fields.Where(each => each.IsSet).Select(each => each.Field).ToEquatableArray();

    private static void WriteList(DocumentWriter writer, string key, List<(AnacondaModule Module, EquatableArray<FieldPath> Origins)> modules, string reason)
    {
        if (modules.Count == 0)
        {
            return;
        }

        writer.From([.. modules.SelectMany(each => each.Origins).Distinct()], reason).Line($"{key} = [");
        foreach (var (module, origins) in modules)
        {
            writer.Line($"  {TomlText.Quote(ModulePrefix + module)},", origins);
        }

        writer.Line("]");
    }
}
