using static Veilor.Designer.Core.Checking.BuilderConfig.Schema.SchemaTypes;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Schema;

/// <summary>
/// Every key that the builders know, in the order in which they look for unsupported ones.
/// Source: osbuild/blueprint, package blueprint, v1.30 with the bootloader table of v1.32.
/// </summary>
internal static class BlueprintSchema
{
    private static readonly SchemaType Packages = Tables("Package", new("name", PlainText), new("version", PlainText));

    /// <summary>The table <c>customizations</c>.</summary>
    public static readonly SchemaType Customizations = OptionalTable(
        "Customizations",
        new("hostname", OptionalText),
        new("kernel", OptionalTable("KernelCustomization", new("name", PlainText), new("append", PlainText))),
        new("sshkey", Tables("SSHKeyCustomization", new("user", PlainText), new("key", PlainText))),
        new("user", Tables(
            "UserCustomization",
            new("name", PlainText),
            new("description", OptionalText),
            new("password", OptionalText),
            new("key", OptionalText),
            new("home", OptionalText),
            new("shell", OptionalText),
            new("groups", Texts),
            new("uid", OptionalInteger),
            new("gid", OptionalInteger),
            new("expiredate", OptionalInteger),
            new("force_password_reset", OptionalFlag))),
        new("group", ListOf(Table("blueprint.GroupCustomization", new("name", PlainText), new("gid", OptionalInteger)), "blueprint.GroupsCustomization")),
        new("timezone", OptionalTable("TimezoneCustomization", new("timezone", OptionalText), new("ntpservers", Texts))),
        new("locale", OptionalTable("LocaleCustomization", new("languages", Texts), new("keyboard", OptionalText))),
        new("firewall", OptionalTable(
            "FirewallCustomization",
            new("ports", Texts),
            new("services", OptionalTable("FirewallServicesCustomization", new("enabled", Texts), new("disabled", Texts))),
            new("zones", Tables("FirewallZoneCustomization", new("name", OptionalText), new("sources", Texts))))),
        new("services", OptionalTable("ServicesCustomization", new("enabled", Texts), new("disabled", Texts), new("masked", Texts))),
        new("filesystem", ListOf(new SchemaType(SchemaKind.Filesystem, "blueprint.FilesystemCustomization"))),
        new("disk", new SchemaType(SchemaKind.Disk, "blueprint.DiskCustomization") { IsOptional = true }),
        new("installation_device", PlainText),
        new("partitioning_mode", PlainText),
        new("fdo", OptionalTable(
            "FDOCustomization",
            new("manufacturing_server_url", PlainText),
            new("diun_pub_key_insecure", PlainText),
            new("diun_pub_key_hash", PlainText),
            new("diun_pub_key_root_certs", PlainText),
            new("di_mfg_string_type_mac_iface", PlainText))),
        new("openscap", OptionalTable(
            "OpenSCAPCustomization",
            new("datastream", PlainText),
            new("profile_id", PlainText),
            new("tailoring", OptionalTable("OpenSCAPTailoringCustomizations", new("selected", Texts), new("unselected", Texts))),
            new("json_tailoring", OptionalTable("OpenSCAPJSONTailoringCustomizations", new("profile_id", PlainText), new("filepath", PlainText))),
            new("policy_id", PlainText))),
        new("ignition", OptionalTable(
            "IgnitionCustomization",
            new("embedded", OptionalTable("EmbeddedIgnitionCustomization", new SchemaField("config", PlainText))),
            new("firstboot", OptionalTable("FirstBootIgnitionCustomization", new("url", PlainText), new("empty", Flag))))),
        new("directories", ListOf(new SchemaType(SchemaKind.Directory, "blueprint.DirectoryCustomization"))),
        new("files", ListOf(new SchemaType(SchemaKind.File, "blueprint.FileCustomization"))),
        new("repositories", Tables(
            "RepositoryCustomization",
            new("id", PlainText),
            new("baseurls", Texts),
            new("gpgkeys", Texts),
            new("metalink", PlainText),
            new("mirrorlist", PlainText),
            new("name", PlainText),
            new("priority", OptionalInteger),
            new("enabled", OptionalFlag),
            new("gpgcheck", OptionalFlag),
            new("repo_gpgcheck", OptionalFlag),
            new("sslverify", OptionalFlag),
            new("module_hotfixes", OptionalFlag),
            new("filename", PlainText),
            new("install_from", Flag))),
        new("fips", OptionalFlag),
        new("installer", Installer()),
        new("rpm", OptionalTable("RPMCustomization", new SchemaField("import_keys", OptionalTable("RPMImportKeys", new SchemaField("files", Texts))))),
        new("rhsm", Rhsm()),
        new("cacerts", OptionalTable("CACustomization", new SchemaField("pem_certs", Texts))),
        new("containers-storage", OptionalTable("ContainerStorageCustomization", new SchemaField("destination-path", OptionalText))),
        new("firstboot", OptionalTable(
            "FirstbootCustomization",
            new SchemaField("scripts", ListOf(new SchemaType(SchemaKind.Script, "blueprint.FirstbootScriptCustomization"))))),
        new("dnf", OptionalTable("DNFCustomization", new SchemaField("config", OptionalTable("DNFConfigCustomization", new SchemaField("set_releasever", Flag))))),
        new("iso", OptionalTable("ISOCustomization", new("application_id", PlainText), new("publisher", PlainText), new("volume_id", PlainText))),
        new("sshd", OptionalTable(
            "SshdCustomization",
            new("password_authentication", OptionalFlag),
            new("client_alive_interval", OptionalInteger),
            new("permit_root_login", PlainText),
            new("kbd_interactive_authentication", OptionalFlag))),
        new("bootloader", OptionalTable(
            "BootloaderCustomization",
            new SchemaField("grub2", OptionalTable("Grub2Customization", new("terminal_input", Texts), new("terminal_output", Texts), new("serial", OptionalText))))));

    /// <summary>The whole file.</summary>
    public static readonly SchemaType Root = Table(
        "blueprint.Blueprint",
        new("name", PlainText),
        new("description", PlainText),
        new("version", PlainText),
        new("packages", Packages),
        new("modules", Packages),
        new("enabled_modules", Tables("EnabledModule", new("name", PlainText), new("stream", PlainText))),
        new("groups", Tables("Group", new SchemaField("name", PlainText))),
        new("containers", Tables("Container", new("source", PlainText), new("name", PlainText), new("tls-verify", OptionalFlag), new("local-storage", Flag))),
        new("customizations", Customizations),
        new("distro", PlainText),
        new("architecture", PlainText));

    private static SchemaType Installer() => OptionalTable(
        "InstallerCustomization",
        new("unattended", Flag),
        new("sudo-nopasswd", Texts),
        new("kickstart", OptionalTable("Kickstart", new SchemaField("contents", PlainText))),
        new("modules", OptionalTable("AnacondaModules", new("enable", Texts), new("disable", Texts))),
        new("bootloader", OptionalTable("InstallerBootloader", new SchemaField("grub2", OptionalTable("InstallerGrub2", new SchemaField("menu-timeout", OptionalInteger))))),
        new("payload", OptionalTable("InstallerPayload", new SchemaField("flatpaks", OptionalTable(
            "FlatpakMeta",
            new SchemaField("force", Tables(
                "Flatpak",
                new("registry", OptionalTable("FlatpakRegistry", new("remote_name", PlainText), new("url", PlainText))),
                new("references", Texts))))))));

    private static SchemaType Rhsm()
    {
        var plugin = OptionalTable("DNFPluginConfig", new SchemaField("enabled", OptionalFlag));
        return OptionalTable("RHSMCustomization", new SchemaField("config", OptionalTable(
            "RHSMConfig",
            new("dnf_plugins", OptionalTable("SubManDNFPluginsConfig", new("product_id", plugin), new("subscription_manager", plugin))),
            new("subscription_manager", OptionalTable(
                "SubManConfig",
                new("rhsm", OptionalTable("SubManRHSMConfig", new("manage_repos", OptionalFlag), new("auto_enable_yum_plugins", OptionalFlag))),
                new("rhsmcertd", OptionalTable("SubManRHSMCertdConfig", new SchemaField("auto_registration", OptionalFlag))))))));
    }
}
