using Bunit;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Tests.Forms;

public sealed class EveryFieldTests : FormTests
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>A control character: free text of one line refuses it.</summary>
    private const string Bell = "a\u0007b";

    private static readonly FieldSample[] Texts =
    [
        new("image.name", "veilor-os", "Two Words"),
        new("image.title", "veilor-os", Bell),
        new("image.description", "A hardened desktop.", Bell),
        new("image.vendor", "Example", Bell),
        new("image.version", "2.0.0", "two words"),
        new("image.base", "quay.io/centos-bootc/centos-bootc:stream10", "not a reference"),
        new("image.digest", Digest, "sha256:12"),
        new("packages.flatpak_remote", "https://example.org/apps.flatpakrepo", "not a url"),
        new("services.default_target", "multi-user.target", "two words"),
        new("system.hostname", "box.example.org", "-box"),
        new("system.locale", "de_DE.UTF-8", "de DE"),
        new("system.keyboard", "de", "d e"),
        new("system.firewall_zone", "public", "two words"),
        new("system.time_zone", "Europe/London", "Europe London"),
        new("storage.target_disk", "nvme0n1", "/dev/../sda b"),
        new("storage.key_derivation_memory", "1024", "5"),
        new("storage.zram_size", "min(ram / 2, 4096)", "half of it"),
        new("branding.name", "Veilor", Bell),
        new("branding.pretty_name", "Veilor OS", Bell),
        new("branding.variant", "Desktop", Bell),
        new("branding.variant_id", "desktop", "two words"),
        new("branding.home_url", "https://example.org/", "not a url"),
        new("branding.plymouth_theme", "spinner", "two words"),
        new("overlay.from", "veilor-os", "two words"),
        new("overlay.assets_target", "/usr/share/veilor", "relative/path"),
        new("installer.extra_kickstart", "firstboot --disable\neula --agreed", null),
        new("installer.own_kickstart", "lang en_US.UTF-8\nreboot", null),
        new("outputs.installer_image", "quay.io/owner/installer:43", "two words"),
        new("publish.repository", "ghcr.io/owner/veilor-os", "two words"),
        new("publish.tag", "stable", "two words"),
        new("workflow.timeout_minutes", "30", "0"),
        new("extra.before_packages", "RUN true", null),
        new("extra.after_packages", "RUN true\nRUN false", null),
        new("extra.before_lint", "RUN true", null),
    ];

    private static readonly FieldSample[] Lists =
    [
        new("packages.environments", "kde-desktop-environment", "@kde desktop!"),
        new("packages.groups", "kde-apps", "kde/apps"),
        new("packages.install", "git", "@kde"),
        new("packages.remove", "abrt*", "-abrt"),
        new("packages.exclude", "PackageKit", "a/b"),
        new("packages.copr", "owner/project", "project"),
        new("packages.kernel", "kernel-longterm", "@kernel"),
        new("publish.extra_tags", "stable", "two/words"),
        new("packages.flatpaks", "org.mozilla.firefox", "firefox"),
        new("kernel.opt_in", "oops=panic", "=on"),
        new("kernel.sysctls", "kernel.kptr_restrict = 2", "kptr"),
        new("kernel.blocked_modules", "dccp", "dccp.ko"),
        new("services.enable", "chronyd.service", "chronyd/x"),
        new("services.disable", "cups.service", "cups/x"),
        new("services.mask", "debug-shell.service", "-"),
        new("services.ssh_groups", "wheel", "two/words"),
        new("system.desktop_layouts", "de(nodeadkeys)", "de(nodeadkeys"),
        new("system.firewall_ports", "8080/tcp", "99999/tcp"),
        new("system.ntp_servers", "time.example.org", "-time"),
        new("system.firewall_services", "ssh", "two/words"),
        new("overlay.exclude", "etc/own.conf", "../own.conf"),
        new("scripts.before_packages", "05-keys.sh", "../05-keys.sh"),
        new("scripts.run", "10-setup.sh", "../10-setup.sh"),
        new("scripts.first_boot", "90-enrol.sh", "/90-enrol.sh"),
        new("outputs.acknowledged", "VD3001", Bell),
    ];

    public static TheoryData<FieldSample> TextFields => [.. Texts];

    public static TheoryData<FieldSample> TextFieldsThatRefuse => [.. Texts.Where(sample => sample.Invalid is not null)];

    public static TheoryData<FieldSample> ListFields => [.. Lists];

    public static TheoryData<string> FlagFields => [.. DesignFields.All.OfType<ScalarField<bool>>().Select(flag => flag.Path.Value)];

    public static TheoryData<string, string> ChoiceFields => new()
    {
        { "services.ssh_passwords", "no" },
        { "services.ssh_root_login", "prohibit-password" },
        { "services.ssh_forwarding", "no" },
        { "publish.compression", "gzip" },
        { "workflow.schedule", "daily" },
        { "storage.wipe", "linux" },
        { "storage.key_derivation", "pbkdf2" },
        { "storage.zram_algorithm", "zstd" },
        { "installer.mode", "unattended" },
        { "outputs.builder", "image-builder" },
        { "outputs.root_file_system", "xfs" },
    };

    public static TheoryData<string, string> ChoiceLists => new()
    {
        { "image.architectures", "aarch64" },
        { "image.uses", "laptop" },
        { "outputs.image_types", "qcow2" },
        { "installer.enabled_modules", "Subscription" },
        { "installer.disabled_modules", "Services" },
    };

    [Fact]
    public void Every_field_is_tried_here_or_as_a_table()
    {
        var tried = Texts.Select(sample => sample.Path)
            .Concat(Lists.Select(sample => sample.Path))
            .Concat(FlagFields.Select(row => row.Data))
            .Concat(ChoiceFields.Select(row => row.Data.Item1))
            .Concat(ChoiceLists.Select(row => row.Data.Item1))
            .Concat(RecordFieldTests.Tables.Select(row => row.Data.Item1))
            .Append("users.accounts");

        Assert.Equal(DesignFields.All.Select(field => field.Path.Value).Order(StringComparer.Ordinal), tried.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_has_a_component()
    {
        Assert.All(DesignFields.All, field => Assert.NotNull(FieldControls.ComponentFor(field)));
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public void A_valid_text_goes_to_the_design_as_it_is_typed(FieldSample sample)
    {
        var page = Open(SectionOf(sample.Path));

        ById(page, sample.Path).Input(sample.Valid);

        Assert.Equal(sample.Valid, TextOf(sample.Path));
        Assert.Equal(sample.Path, Editor.UndoPath);
        Assert.Contains(EditLabels.LowerFirst(FieldOf(sample.Path).Label), Editor.UndoLabel, StringComparison.Ordinal);
        Assert.Equal(sample.Valid, ValueOf(page, sample.Path));
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public void Undo_brings_the_former_text_back_into_the_field(FieldSample sample)
    {
        var page = Open(SectionOf(sample.Path));
        var before = TextOf(sample.Path);
        ById(page, sample.Path).Input(sample.Valid);

        Editor.Undo();

        Assert.Equal(before, TextOf(sample.Path));
        page.WaitForAssertion(() => Assert.Equal(before, ValueOf(page, sample.Path)));
    }

    [Theory]
    [MemberData(nameof(TextFieldsThatRefuse))]
    public void An_invalid_text_is_explained_on_leaving_and_leaves_the_design_alone(FieldSample sample)
    {
        var page = Open(SectionOf(sample.Path));
        var before = Editor.Design;

        ById(page, sample.Path).Input(sample.Invalid!);
        Assert.Null(FindById(page, sample.Path + ":error"));
        ById(page, sample.Path).Blur();

        var error = ById(page, sample.Path + ":error").TextContent;
        Assert.True(error.Split(' ').Length > 3, error);
        Assert.Equal("true", ById(page, sample.Path).GetAttribute("aria-invalid"));
        Assert.Contains(sample.Path + ":error", ById(page, sample.Path).GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Same(before, Editor.Design);
        Assert.Null(Editor.UndoLabel);

        ById(page, sample.Path).Input(sample.Valid);
        Assert.Null(FindById(page, sample.Path + ":error"));
        Assert.Equal(sample.Valid, TextOf(sample.Path));
    }

    [Theory]
    [MemberData(nameof(ListFields))]
    public void A_value_is_added_with_Enter_and_removed_with_its_button(FieldSample sample)
    {
        var page = Open(SectionOf(sample.Path));

        ById(page, sample.Path).Input(sample.Valid);
        ById(page, sample.Path).KeyDown("Enter");

        Assert.NotNull(FindById(page, $"{sample.Path}[{sample.Valid}]"));
        Assert.Equal($"add {EditLabels.ItemNoun(FieldOf(sample.Path))} {sample.Valid}", Editor.UndoLabel);
        Assert.Equal($"{sample.Path}[{sample.Valid}]", Editor.UndoPath);
        Assert.Equal("", ValueOf(page, sample.Path));

        ById(page, $"{sample.Path}[{sample.Valid}]:remove").Click();

        Assert.Null(FindById(page, $"{sample.Path}[{sample.Valid}]"));
        Assert.Equal(new ImageDesign(), Editor.Design);
        Assert.StartsWith("remove ", Editor.UndoLabel, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ListFields))]
    public void A_wrong_or_repeated_value_is_explained_and_not_added(FieldSample sample)
    {
        var page = Open(SectionOf(sample.Path));

        ById(page, sample.Path).Input(sample.Invalid!);
        ById(page, sample.Path).KeyDown("Enter");

        Assert.True(ById(page, sample.Path + ":error").TextContent.Split(' ').Length > 3);
        Assert.Equal(new ImageDesign(), Editor.Design);

        ById(page, sample.Path).Input(sample.Valid);
        ById(page, sample.Path).KeyDown("Enter");
        ById(page, sample.Path).Input(sample.Valid);
        ById(page, sample.Path).KeyDown("Enter");

        Assert.Contains("already", ById(page, sample.Path + ":error").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FlagFields))]
    public void A_flag_is_switched_and_named_in_undo(string path)
    {
        var field = (ScalarField<bool>)FieldOf(path);
        var page = Open(SectionOf(path));
        var before = field.Get(Editor.Design);

        ById(page, path).Change(!before);

        Assert.Equal(!before, field.Get(Editor.Design));
        Assert.Equal($"switch {(before ? "off" : "on")} “{field.Label}”", Editor.UndoLabel);
        Assert.Equal(!before, ById(page, path).HasAttribute("checked"));
    }

    [Theory]
    [MemberData(nameof(ChoiceFields))]
    public void A_choice_is_made_and_taken_back(string path, string text)
    {
        var page = Open(SectionOf(path));
        var before = TextOf(path);

        ById(page, path).Change(text);

        Assert.Equal(text, TextOf(path));
        Assert.StartsWith("set ", Editor.UndoLabel, StringComparison.Ordinal);

        Editor.Undo();
        Assert.Equal(before, TextOf(path));
    }

    [Theory]
    [MemberData(nameof(ChoiceLists))]
    public void One_of_several_choices_is_ticked_and_cleared(string path, string text)
    {
        var page = Open(SectionOf(path));

        ById(page, $"{path}[{text}]").Change(true);

        Assert.Contains(text, TextOf(path), StringComparison.Ordinal);
        Assert.StartsWith("add ", Editor.UndoLabel, StringComparison.Ordinal);

        ById(page, $"{path}[{text}]").Change(false);
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    private static DesignField FieldOf(string path) => DesignFields.Find(path)!;

    private static string SectionOf(string path) => new FieldPath(path).Section;

    private static string ValueOf(IRenderedComponent<EditorHost> page, string id) => ById(page, id).GetAttribute("value") ?? "";

    /// <summary>What the design holds, as text, found by the field's own codec.</summary>
    private string TextOf(string path)
    {
        dynamic field = FieldOf(path);
        return FieldText.Of(field, Editor.Design);
    }
}
