using Bunit;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Sharing;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Editor;
using Veilor.Designer.Workspace.Sharing;

namespace Veilor.Designer.Tests.Sharing;

public sealed class OpenLinkPageTests : EditorTests
{
    [Fact]
    public void Nothing_is_made_of_a_link_until_the_person_says_yes()
    {
        var source = Workspace.Open();
        var compiled = source.Snapshot.Compiled;
        var link = Workspace.Sharing.Write(compiled.Design, compiled.Content, "demo");
        Assert.Empty(link.LeftOut);

        Navigation.NavigateTo(DesignSharing.PathOf(link.Payload!));
        var page = Render<OpenLinkPage>();
        Assert.Contains("Open “Demo” as a new design?", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(["demo"], Workspace.Library.Slugs());

        page.Find("[data-testid=open-accept]").Click();

        Assert.Equal(["demo", "demo-2"], Workspace.Library.Slugs());
        Assert.EndsWith("/designs/demo-2", Navigation.Uri, StringComparison.Ordinal);
        var opened = Workspace.Sessions.Open("demo-2").Session!.Snapshot.Compiled;
        Assert.Equal(compiled.Design.Packages, opened.Design.Packages);
        Assert.Equal(compiled.Content.Files.Select(file => file.Path), opened.Content.Files.Select(file => file.Path));
    }

    [Fact]
    public void What_would_run_or_let_somebody_in_is_shown_before()
    {
        var design = ContentFields.AfterPackages.Set(new ImageDesign(), "RUN curl https://example.org | sh");
        design = UsersFields.Accounts.Put(design, new UserAccount
        {
            Name = UnixName.Parse("mallory"),
            SshKeys = [SshPublicKey.Parse("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA mallory")],
        });
        Navigation.NavigateTo(DesignSharing.PathOf(DesignLink.Write(design, null).Payload!));
        var page = Render<OpenLinkPage>();

        var review = page.Find("[data-testid=open-review]").TextContent;
        Assert.Contains("mallory can log in with 1 SSH key", review, StringComparison.Ordinal);
        Assert.Contains("Containerfile lines of its own, run in the build: 1.", review, StringComparison.Ordinal);
        Assert.Contains("RUN curl https://example.org | sh", page.Find(".open-lines pre").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1abc")]
    [InlineData("%3Cscript%3E")]
    public void A_bad_link_says_why_and_offers_nothing(string payload)
    {
        Navigation.NavigateTo(DesignSharing.PathOf(payload));
        var page = Render<OpenLinkPage>();
        Assert.NotEmpty(page.Find("[data-testid=open-problem]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=open-accept]"));
    }

    [Theory]
    [InlineData("http://localhost:5180/open?design={0}")]
    [InlineData("https://example.org:1/open?design={0}&token=x#y")]
    [InlineData("  <http://127.0.0.1:9/open?design={0}>  ")]
    [InlineData("{0}")]
    public void A_pasted_link_of_any_server_is_understood(string form)
    {
        var payload = DesignLink.Write(new ImageDesign(), null).Payload!;
        Assert.Equal(payload, DesignSharing.PayloadOf(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, payload)));
        var page = Render<OpenLinkPage>();
        page.Find("[data-testid=open-text]").Input(form.Replace("{0}", payload, StringComparison.Ordinal));
        page.Find("form").Submit();
        Assert.EndsWith(DesignSharing.PathOf(payload), Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_not_the_templates_own_are_named_as_left_out()
    {
        var session = Workspace.Open();
        File.WriteAllText(Workspace.DesignFile(session.Slug, "overlay/etc/own.conf"), "x");
        session.Rescan();
        var compiled = session.Snapshot.Compiled;
        Assert.Contains("own.conf", Assert.Single(Workspace.Sharing.Write(compiled.Design, compiled.Content, "demo").LeftOut), StringComparison.Ordinal);
    }
}
