using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the small system files: host name, locale, keyboard, presets and repositories.</summary>
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

        if (!system.DesktopLayouts.IsEmpty)
        {
            yield return DesktopKeyboard(system);
        }

        if (HasSshSettings(input.Design.Services))
        {
            yield return Ssh(input.Design);
        }

        if (input.Design.Storage.HasZram)
        {
            yield return Zram(input.Design);
        }

        if (input.Design.Services is { Enable.IsEmpty: false } or { Disable.IsEmpty: false } or { Mask.IsEmpty: false } || GeneratedUnits.Of(input.Design).Any())
        {
            yield return Preset(input.Design);
        }

        foreach (var repository in input.Design.Packages.Repositories)
        {
            yield return Repository(repository);
        }
    }

    /// <summary>The words of <c>keyboard --xlayouts</c> in a kickstart.</summary>
    internal static string KickstartLayouts(SystemSection system) =>
        string.Join(',', system.DesktopLayouts.Select(layout => layout.Variant.Length == 0 ? $"'{layout.Layout}'" : $"'{layout.Layout} ({layout.Variant})'"));

    private static bool HasSshSettings(ServicesSection services) =>
        services.SshPasswords is not null || services.SshForwarding is not null || services.SshRootLogin != SshRootLogin.Unset || !services.SshGroups.IsEmpty;

    private static DesignDocument DesktopKeyboard(SystemSection system)
    {
        var layouts = system.DesktopLayouts;
        var writer = new DocumentWriter(BundlePaths.DesktopKeyboard, DocumentLanguage.PlainText)
            .From(SystemFields.DesktopLayouts.Path, "Desktops take their first layouts from systemd-localed, which reads this file, under Wayland too.")
            .Line("# Read by systemd-localed; localectl set-x11-keymap writes it anew.")
            .Line("Section \"InputClass\"")
            .Line("        Identifier \"system-keyboard\"")
            .Line("        MatchIsKeyboard \"on\"")
            .Line($"        Option \"XkbLayout\" \"{string.Join(',', layouts.Select(layout => layout.Layout))}\"");
        if (layouts.Any(layout => layout.Variant.Length > 0))
        {
            writer.Line($"        Option \"XkbVariant\" \"{string.Join(',', layouts.Select(layout => layout.Variant))}\"");
        }

        if (layouts.Count > 1)
        {
            writer.Line("        Option \"XkbOptions\" \"grp:alt_shift_toggle\"", SystemFields.DesktopLayouts.Path, "With several layouts there must be a way from one to the next.");
        }

        return writer.Line("EndSection").ToDocument();
    }

    private static DesignDocument Ssh(ImageDesign design)
    {
        var services = design.Services;
        var writer = new DocumentWriter(BundlePaths.Ssh(design.Image.Name), DocumentLanguage.Ini)
            .From(ServicesFields.SshPasswords.Path, "sshd takes the first value that it finds, so this file sorts before Fedora's 50-redhat.conf.")
            .Line("# Settings of sshd; the first value counts.");
        if (services.SshPasswords is { } passwords)
        {
            writer.Line($"PasswordAuthentication {(passwords ? "yes" : "no")}", ServicesFields.SshPasswords.Path);
            if (!passwords)
            {
                writer.Line("KbdInteractiveAuthentication no", ServicesFields.SshPasswords.Path, "PAM would ask for the password this way.");
            }
        }

        if (services.SshRootLogin != SshRootLogin.Unset)
        {
            writer.Line($"PermitRootLogin {ServicesFields.SshRootLogin.Codec.Format(services.SshRootLogin)}", ServicesFields.SshRootLogin.Path);
        }

        if (services.SshForwarding is { } forwards)
        {
            writer.Line($"DisableForwarding {(forwards ? "no" : "yes")}", ServicesFields.SshForwarding.Path);
        }

        if (!services.SshGroups.IsEmpty)
        {
            writer.Line($"AllowGroups {string.Join(' ', services.SshGroups)}", ServicesFields.SshGroups.Path);
        }

        return writer.ToDocument();
    }

    private static DesignDocument Zram(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.Zram(design.Image.Name), DocumentLanguage.Ini)
            .From(StorageFields.ZramSize.Path, "Read by zram-generator at every start; it makes the device and puts swap on it.")
            .Line("[zram0]");
        if (design.Storage.ZramSize is { } size)
        {
            writer.Line($"zram-size = {IniText.Value(size.ToString())}");
        }

        if (design.Storage.ZramAlgorithm != ZramAlgorithm.Kernel)
        {
            writer.Line($"compression-algorithm = {StorageFields.ZramAlgorithm.Codec.Format(design.Storage.ZramAlgorithm)}", StorageFields.ZramAlgorithm.Path);
        }

        return writer.ToDocument();
    }

    private static DesignDocument Preset(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.Preset(design.Image.Name), DocumentLanguage.Ini)
            .From(ServicesFields.Enable.Path, "A machine that makes all presets anew would disable what is enabled by a link alone.")
            .Line("# The same choice as the systemctl steps of the build, for machines that make presets anew.");
        foreach (var unit in design.Services.Enable)
        {
            writer.Line($"enable {unit}", ServicesFields.Enable.PathOf(unit));
        }

        foreach (var (unit, origin) in GeneratedUnits.Of(design))
        {
            writer.Line($"enable {unit}", [origin, ImageFields.Name.Path]);
        }

        foreach (var unit in design.Services.Disable)
        {
            writer.Line($"disable {unit}", ServicesFields.Disable.PathOf(unit));
        }

        foreach (var unit in design.Services.Mask)
        {
            writer.Line($"disable {unit}", ServicesFields.Mask.PathOf(unit));
        }

        return writer.ToDocument();
    }

    private static DesignDocument Repository(PackageRepository repository)
    {
        var path = PackagesFields.Repositories.PathOf(repository);
        var writer = new DocumentWriter(BundlePaths.Repository(repository.Id), DocumentLanguage.Ini)
            .From(path)
            .Line($"[{repository.Id}]")
            .Line($"name={IniText.Value(repository.Name.Length > 0 ? repository.Name : repository.Id.ToString())}", path.Member("name"));
        if (repository.BaseUrl is { } url)
        {
            writer.Line($"baseurl={url}", path.Member("base_url"));
        }

        if (repository.Metalink is { } metalink)
        {
            writer.Line($"metalink={metalink}", path.Member("metalink"));
        }

        if (repository.BuildOnly)
        {
            writer.Line("enabled=0", path.Member("build_only"), "The build enables it for its transaction; machines and the ISO builder do not use it.");
        }
        else
        {
            writer.Line("enabled=1");
        }

        if (repository.Priority is { } priority)
        {
            writer.Line(FormattableString.Invariant($"priority={priority}"), path.Member("priority"));
        }

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
