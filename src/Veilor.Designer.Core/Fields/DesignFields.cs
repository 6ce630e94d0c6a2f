namespace Veilor.Designer.Core.Fields;

/// <summary>Every field of a design, in the order of the editor. What is declared once here feeds form, file, search, help and tests.</summary>
public static class DesignFields
{
    /// <summary>The sections of the editor in order.</summary>
    public static IReadOnlyList<DesignSection> Sections { get; } =
    [
        new("image", "Base", "What the image is called, what it is built on, and what it is for.",
            [ImageFields.Name, ImageFields.Title, ImageFields.Description, ImageFields.Version, ImageFields.Base, ImageFields.Digest, ImageFields.Architectures,
             ImageFields.Uses, ImageFields.Vendor, ImageFields.Labels]),
        new("packages", "Packages", "What is added to the base, and what is taken away.",
            [PackagesFields.WeakDependencies, PackagesFields.Environments, PackagesFields.Groups, PackagesFields.Install, PackagesFields.Remove,
             PackagesFields.Exclude, PackagesFields.Kernel, PackagesFields.Flatpaks, PackagesFields.FlatpakRemote, PackagesFields.Copr, PackagesFields.CoprBuildOnly,
             PackagesFields.Repositories, PackagesFields.Downloads]),
        new("kernel", "Hardening", "Kernel arguments, sysctl settings and modules that must not load.",
            [KernelFields.Arguments, KernelFields.OptIn, KernelFields.Sysctls, KernelFields.BlockedModules]),
        new("services", "Services", "What starts, what must not, and remote login.",
            [ServicesFields.Enable, ServicesFields.Disable, ServicesFields.Mask, ServicesFields.DefaultTarget,
             ServicesFields.SshPasswords, ServicesFields.SshRootLogin, ServicesFields.SshForwarding, ServicesFields.SshGroups]),
        new("users", "Users", "Who can log in.",
            [UsersFields.LockRoot, UsersFields.Accounts, UsersFields.Groups]),
        new("system", "System", "Host name, language, time and time servers, firewall, cryptography.",
            [SystemFields.Hostname, SystemFields.Locale, SystemFields.Keyboard, SystemFields.DesktopLayouts, SystemFields.TimeZone, SystemFields.NtpServers, SystemFields.AuthenticatedTime,
             SystemFields.FirewallZone, SystemFields.FirewallServices, SystemFields.FirewallPorts, SystemFields.Fips]),
        new("storage", "Storage", "The disk, as the installer or the disk builder lays it out.",
            [StorageFields.Wipe, StorageFields.TargetDisk, StorageFields.KeyDerivation, StorageFields.KeyDerivationMemory, StorageFields.ZramSize, StorageFields.ZramAlgorithm,
             StorageFields.Partitions, StorageFields.Subvolumes, StorageFields.LogicalVolumes]),
        new("branding", "Branding", "What the image calls itself.",
            [BrandingFields.Name, BrandingFields.PrettyName, BrandingFields.Variant, BrandingFields.VariantId, BrandingFields.HomeUrl, BrandingFields.PlymouthTheme]),
        new("overlay", "Files", "Files that are copied into the image as they are.",
            [ContentFields.OverlayFrom, ContentFields.AssetsTarget, ContentFields.Exclude, ContentFields.Permissions]),
        new("scripts", "Scripts", "What runs while the image is built, and once on each machine.",
            [ContentFields.ScriptsBeforePackages, ContentFields.RunScripts, ContentFields.FirstBootScripts]),
        new("installer", "Installer", "How the ISO installs.",
            [DeliveryFields.InstallerMode, DeliveryFields.ExtraKickstart, DeliveryFields.OwnKickstart, DeliveryFields.EnabledModules, DeliveryFields.DisabledModules]),
        new("outputs", "Outputs", "What is made besides the container image, and with what.",
            [DeliveryFields.ImageTypes, DeliveryFields.Builder, DeliveryFields.InstallerImage, DeliveryFields.RootFileSystem, DeliveryFields.Acknowledged]),
        new("publish", "Publish", "Where the image is published.",
            [DeliveryFields.Repository, DeliveryFields.Tag, DeliveryFields.ExtraTags, DeliveryFields.DatedTag, DeliveryFields.Compression, DeliveryFields.Rechunk, DeliveryFields.Signed]),
        new("workflow", "Workflow", "The GitHub workflow that builds and publishes the image.",
            [DeliveryFields.WorkflowEnabled, DeliveryFields.TimeoutMinutes, DeliveryFields.Schedule, DeliveryFields.BuildIso, DeliveryFields.Release]),
        new("extra", "Extra", "Containerfile lines of your own, and secrets that the build needs.",
            [ContentFields.BeforePackages, ContentFields.AfterPackages, ContentFields.BeforeLint, SecretFields.Secrets]),
    ];

    /// <summary>Every field.</summary>
    public static IReadOnlyList<DesignField> All { get; } = [.. Sections.SelectMany(section => section.Fields)];

    private static readonly Dictionary<string, DesignField> ByPath = All.ToDictionary(field => field.Path.Value, StringComparer.Ordinal);

    /// <summary>The field that a path names, also when it names an item or a cell of it; null for a path of no field.</summary>
    public static DesignField? Find(FieldPath path) => path.Value is null ? null : ByPath.GetValueOrDefault(path.Field.Value);

    /// <summary>The section with this id, or null.</summary>
    public static DesignSection? FindSection(string id) =>
        Sections.FirstOrDefault(section => string.Equals(section.Id, id, StringComparison.Ordinal));
}
