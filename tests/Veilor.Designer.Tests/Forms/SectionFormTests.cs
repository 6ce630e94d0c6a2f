using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Passwords;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class SectionFormTests : FormTests
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl admin@example.org";

    public static TheoryData<string> Sections => [.. DesignFields.Sections.Select(section => section.Id)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_field_of_a_section_can_be_reached_by_its_path(string id)
    {
        var page = Open(id);

        Assert.All(DesignFields.FindSection(id)!.Fields, field => Assert.NotNull(FindById(page, field.Path.Value)));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_control_has_a_name_and_every_id_stands_once(string id)
    {
        var page = Open(id);
        var labels = page.FindAll("label[for]").Select(label => label.GetAttribute("for")).ToHashSet(StringComparer.Ordinal);

        Assert.All(page.FindAll("input, select, textarea"), control => Assert.True(
            control.HasAttribute("aria-label") || labels.Contains(control.Id!) || control.Closest("label") is not null, control.OuterHtml));
        Assert.All(page.FindAll("button"), button => Assert.True(
            button.GetAttribute("aria-label")?.Length > 0 || button.TextContent.Trim().Length > 0, button.OuterHtml));
        Assert.Equal(page.FindAll("[id]").Count, page.FindAll("[id]").Select(element => element.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_section_that_does_not_exist_is_said()
    {
        Assert.Contains("There is no section", Open("nonsense").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_keyboard_is_brought_to_the_field_of_the_address()
    {
        var module = JSInterop.SetupModule("./js/fields.js");
        module.Mode = JSRuntimeMode.Loose;
        Show(builder =>
        {
            builder.OpenComponent<SectionForm>(0);
            builder.AddComponentParameter(1, nameof(SectionForm.SectionId), "system");
            builder.AddComponentParameter(2, nameof(SectionForm.Focus), "system.hostname");
            builder.CloseComponent();
        });

        Assert.Equal("system.hostname", Assert.Single(module.Invocations["focusField"]).Arguments[0]);
    }

    [Fact]
    public void What_is_not_valid_yet_is_kept_while_another_section_is_open()
    {
        var first = Open("system");
        var before = Editor.Design;
        ById(first, "system.hostname").Input("not a name");
        Again("users");

        var page = Again("system");

        Assert.Equal("not a name", ById(page, "system.hostname").GetAttribute("value"));
        Assert.NotNull(FindById(page, "system.hostname:error"));
        Assert.Same(before, Editor.Design);
    }

    [Fact]
    public void A_row_that_was_begun_is_kept_while_another_section_is_open()
    {
        var page = Open("storage");
        ById(page, "storage.subvolumes:add").Click();
        ById(page, "storage.subvolumes:new.name").Input("log");
        Again("users");

        Assert.Equal("log", ById(Again("storage"), "storage.subvolumes:new.name").GetAttribute("value"));
    }

    [Fact]
    public void A_field_renders_again_only_when_it_changed()
    {
        var page = Open("system");
        var hostname = page.FindComponents<TextField<Hostname?>>().Single();
        var locale = page.FindComponents<TextField<LocaleName?>>().Single();
        var renders = locale.RenderCount;

        ById(page, "system.hostname").Input("box");

        Assert.Equal(renders, locale.RenderCount);
        Assert.Equal("box", hostname.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_package_is_switched_in_the_catalogue_and_in_its_list()
    {
        var page = Open("packages");
        page.Find("[data-catalogue=packages] input[type=search]").Input("tmux");

        ById(page, "catalogue:package:tmux").Change(true);

        Assert.Equal("add package tmux", Editor.UndoLabel);
        Assert.NotNull(FindById(page, "packages.install[tmux]"));

        ById(page, "catalogue:package:tmux").Change(false);
        Assert.Empty(Editor.Design.Packages.Install);
    }

    [Fact]
    public void An_environment_of_the_catalogue_goes_to_the_environments()
    {
        var page = Open("packages");
        page.Find("[data-catalogue=packages] input[type=search]").Input("kde-desktop-environment");

        ById(page, "catalogue:package:kde-desktop-environment").Change(true);

        Assert.Equal("kde-desktop-environment", Assert.Single(Editor.Design.Packages.Environments).ToString());
    }

    [Fact]
    public void Several_packages_are_pasted_at_once()
    {
        var page = Open("packages");

        ById(page, "packages.install").Input("git tmux,htop");
        ById(page, "packages.install").KeyDown("Enter");

        Assert.Equal("git tmux htop", string.Join(' ', Editor.Design.Packages.Install));
        Assert.Equal("add packages git, tmux, htop", Editor.UndoLabel);
    }

    [Fact]
    public void A_half_typed_value_is_not_lost_silently()
    {
        var page = Open("packages");

        ById(page, "packages.install").Input("git");
        ById(page, "packages.install").Blur();

        Assert.Contains("Not added yet", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Editor.Design.Packages.Install);
    }

    [Fact]
    public void A_unit_is_in_one_of_the_three_lists()
    {
        var page = Open("services");
        page.Find("[data-catalogue=services] input[type=search]").Input("cups");

        ById(page, "catalogue:unit:cups.service").Change("Masked");
        Assert.Equal("mask cups.service", Editor.UndoLabel);
        ById(page, "catalogue:unit:cups.service").Change("Enabled");

        Assert.Empty(Editor.Design.Services.Mask);
        Assert.Equal("cups.service", Assert.Single(Editor.Design.Services.Enable).ToString());
    }

    [Fact]
    public void Scripts_are_reordered_with_the_keyboard()
    {
        var page = Open("scripts", ContentFields.RunScripts.Set(new ImageDesign(), [RelativePath.Parse("a.sh"), RelativePath.Parse("b.sh")]));

        ById(page, "scripts.run[b.sh]:remove").KeyDown(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });

        Assert.Equal("b.sh a.sh", string.Join(' ', Editor.Design.Scripts.Run));
        Assert.Equal("move script b.sh up", Editor.UndoLabel);
    }

    [Fact]
    public void A_user_is_added_filled_in_and_removed()
    {
        var page = Open("users");

        ById(page, "users.accounts:add").Input("alice");
        ById(page, "users.accounts:add").KeyDown("Enter");
        Assert.Equal("add user alice", Editor.UndoLabel);

        ById(page, "users.accounts[alice].full_name").Input("Alice Example");
        ById(page, "users.accounts[alice].groups").Input("wheel media");
        ById(page, "users.accounts[alice].shell").Input("/usr/bin/zsh");
        ById(page, "users.accounts[alice].home").Input("/var/home/alice");
        ById(page, "users.accounts[alice].uid").Input("1234");
        ById(page, "users.accounts[alice].gid").Input("1234");
        ById(page, "users.accounts[alice].change_password").Change(true);

        var account = Assert.Single(Editor.Design.Users.Accounts);
        Assert.Equal("Alice Example", account.FullName);
        Assert.Equal("wheel media", string.Join(' ', account.Groups));
        Assert.Equal(1234, account.UserId);
        Assert.Equal(1234, account.GroupId);
        Assert.True(account.ChangePasswordAtFirstLogin);

        Button(page, "Remove user alice").Click();
        Assert.Empty(Editor.Design.Users.Accounts);
        Assert.Equal("remove user alice", Editor.UndoLabel);
    }

    [Fact]
    public void A_user_of_a_wrong_or_taken_name_is_refused_in_words()
    {
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));

        ById(page, "users.accounts:add").Input("Alice!");
        ById(page, "users.accounts:add").Blur();
        Assert.True(ById(page, "users.accounts:add:error").TextContent.Split(' ').Length > 3);

        ById(page, "users.accounts:add").Input("alice");
        ById(page, "users.accounts:add").KeyDown("Enter");
        Assert.Contains("already", ById(page, "users.accounts:add:error").TextContent, StringComparison.Ordinal);
        Assert.Single(Editor.Design.Users.Accounts);
    }

    [Fact]
    public void A_key_is_shown_with_its_type_and_fingerprint()
    {
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));

        ById(page, "users.accounts[alice].ssh_keys").Input(Key);
        Button(page, "Add SSH key").Click();

        var key = Assert.Single(Assert.Single(Editor.Design.Users.Accounts).SshKeys);
        Assert.Contains(key.Fingerprint, page.Markup, StringComparison.Ordinal);
        Assert.Contains("ssh-ed25519", page.Find("article .rows").TextContent, StringComparison.Ordinal);
        Assert.Equal("add an SSH key of user alice", Editor.UndoLabel);

        Button(page, $"Remove key {key.Fingerprint}").Click();
        Assert.Empty(Assert.Single(Editor.Design.Users.Accounts).SshKeys);
    }

    [Fact]
    public void A_private_key_is_refused_and_not_kept()
    {
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));

        ById(page, "users.accounts[alice].ssh_keys").Input("-----BEGIN OPENSSH PRIVATE KEY-----");
        Button(page, "Add SSH key").Click();

        Assert.Contains("private key", ById(page, "users.accounts[alice].ssh_keys:error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(Editor.Design.Users.Accounts).SshKeys);
    }

    [Fact]
    public void A_password_is_hashed_at_once_and_leaves_no_trace_of_itself()
    {
        const string Password = "four unrelated quiet words";
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));

        ById(page, "users.accounts[alice].password").Input(Password);
        Assert.Contains("Strong.", ById(page, "users.accounts[alice].password:strength").TextContent, StringComparison.Ordinal);
        Button(page, "Set password of user alice").Click();

        page.WaitForAssertion(() => Assert.NotNull(Editor.Design.Users.Accounts[0].Password));
        Assert.True(Sha512Crypt.Verify(Password, Editor.Design.Users.Accounts[0].Password!));
        Assert.Equal("set the password of user alice", Editor.UndoLabel);
        page.WaitForAssertion(() => Assert.DoesNotContain(Password, page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Remove password of user alice")));

        Button(page, "Remove password of user alice").Click();
        Assert.Null(Editor.Design.Users.Accounts[0].Password);
    }

    [Fact]
    public void A_very_weak_password_is_doubted_once_and_called_weak_after_it_is_set()
    {
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));
        var input = "users.accounts[alice].password";

        ById(page, input).Input("alice-2026");
        Assert.Contains("Very weak.", ById(page, input + ":strength").TextContent, StringComparison.Ordinal);
        page.Find("form.adder").Submit();
        Assert.Contains("once more", ById(page, input + ":error").TextContent, StringComparison.Ordinal);
        Assert.Null(Editor.Design.Users.Accounts[0].Password);

        ById(page, input).Input("alice-2027");
        Assert.Null(FindById(page, input + ":error"));
        page.Find("form.adder").Submit();
        Assert.Null(Editor.Design.Users.Accounts[0].Password);
        page.Find("form.adder").Submit();

        page.WaitForAssertion(() => Assert.NotNull(Editor.Design.Users.Accounts[0].Password), TimeSpan.FromSeconds(30));
        page.WaitForAssertion(() => Assert.Contains("It is very weak", ById(page, input + ":strength").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$6$saltsalt$tooshort", "looks like a finished hash")]
    [InlineData("$y$j9T$abcdefgh$0123456789", "yescrypt")]
    [InlineData(" HASH ", "A finished sha512crypt hash.")]
    [InlineData("LONG", "600 bytes are too many; 511")]
    public void What_is_no_password_is_not_called_strong(string text, string says)
    {
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));

        ById(page, "users.accounts[alice].password").Input(text
            .Replace("HASH", Sha512Crypt.Hash("some words", "saltsalt").ToString(), StringComparison.Ordinal)
            .Replace("LONG", new string('x', 600), StringComparison.Ordinal));

        var strength = ById(page, "users.accounts[alice].password:strength").TextContent;
        Assert.Contains(says, strength, StringComparison.Ordinal);
        Assert.DoesNotContain("Strong", strength, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_hash_is_taken_as_it_is_and_a_foreign_one_refused()
    {
        var page = Open("users", UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("alice") }));
        var hash = Sha512Crypt.Hash("some words", "saltsalt").ToString();

        ById(page, "users.accounts[alice].password").Input("$y$j9T$abcdefgh$0123456789");
        Button(page, "Set password of user alice").Click();
        Assert.Contains("yescrypt", ById(page, "users.accounts[alice].password:error").TextContent, StringComparison.Ordinal);

        ById(page, "users.accounts[alice].password").Input(hash);
        Button(page, "Set password of user alice").Click();
        page.WaitForAssertion(() => Assert.Equal(hash, Editor.Design.Users.Accounts[0].Password?.ToString()));
    }

    [Fact]
    public void A_field_says_where_it_is_written()
    {
        var page = Open("kernel", KernelFields.Sysctls.Add(new ImageDesign(), SysctlSetting.Parse("kernel.kptr_restrict = 2")));

        Assert.Contains("Written to rootfs/usr/lib/sysctl.d/60-my-image.conf", Words(page.Find("[data-field='kernel.sysctls'] .field-targets").TextContent), StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
