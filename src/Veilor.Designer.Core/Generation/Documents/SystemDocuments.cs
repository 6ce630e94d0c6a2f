using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the small files below <c>/etc</c>: host name, locale, keyboard and repositories.</summary>
public sealed class SystemDocuments : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        var system = input.Design.System;
        if (system.Hostname is { } hostname)
        {
            yield return new DocumentWriter(BundlePaths.Hostname, DocumentLanguage.PlainText)
                .From(SystemFields.Hostname.Path, "A file, because no builder honours customizations.hostname for a bootc image.")
                .Line(hostname.ToString())
                .ToDocument();
        }

        if (system.Locale is { } locale)
        {
            yield return new DocumentWriter(BundlePaths.Locale, DocumentLanguage.Ini)
                .From(SystemFields.Locale.Path, "A file, because no builder honours customizations.locale for a bootc image.")
                .Line($"LANG={locale}")
                .ToDocument();
        }

        if (system.Keyboard is { } keyboard)
        {
            yield return new DocumentWriter(BundlePaths.Console, DocumentLanguage.Ini)
                .From(SystemFields.Keyboard.Path, "The console's keymap, with which the disk passphrase is typed.")
                .Line($"KEYMAP={keyboard}")
                .ToDocument();
        }

        foreach (var repository in input.Design.Packages.Repositories)
        {
            yield return Repository(repository);
        }
    }

    private static DesignDocument Repository(PackageRepository repository)
    {
        var path = PackagesFields.Repositories.PathOf(repository);
        var writer = new DocumentWriter(BundlePaths.Repository(repository.Id), DocumentLanguage.Ini)
            .From(path)
            .Line($"[{repository.Id}]")
            .Line($"name={IniText.Value(repository.Name.Length > 0 ? repository.Name : repository.Id.ToString())}", path.Member("name"))
            .Line($"baseurl={repository.BaseUrl}", path.Member("base_url"))
            .Line("enabled=1");
        if (repository.GpgKey is { } key)
        {
            writer.Line("gpgcheck=1", path.Member("gpg_key")).Line($"gpgkey={key}", path.Member("gpg_key"));
        }
        else
        {
            writer.Line("gpgcheck=0", path.Member("gpg_key"), "Without a key the packages' signatures cannot be checked.");
        }

        return writer.ToDocument();
    }
}
