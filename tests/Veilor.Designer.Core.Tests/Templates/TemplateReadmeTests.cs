using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Validation;

namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>The table at the end of a template's README is what the designer says about the template, no more and no less.</summary>
public sealed partial class TemplateReadmeTests
{
    public static TheoryData<string> Names => [.. ShippedTemplate.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_table_names_what_the_designer_says_and_prints_warnings_bold(string name)
    {
        var said = ShippedTemplate.Compile(name).Diagnostics.GroupBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .Select(group => (Code: group.Key, IsWarning: group.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)));
        var rows = RowPattern.Matches(Section(name)).Select(row => (Code: row.Groups["code"].Value, IsWarning: row.Groups["bold"].Success)).ToList();

        Assert.Equal(said.OrderBy(note => note.Code, StringComparer.Ordinal), rows.OrderBy(row => row.Code, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_table_names_the_arguments_that_restate_a_default(string name)
    {
        var said = ShippedTemplate.Compile(name).Diagnostics.Where(diagnostic => diagnostic.Code == "VD4010")
            .Select(diagnostic => diagnostic.Path.ToString()).Select(path => path[(path.IndexOf('[', StringComparison.Ordinal) + 1)..^1]);
        var row = Section(name).Split('\n').Single(line => line.Contains("VD4010", StringComparison.Ordinal));
        var named = CodePattern.Matches(row).Select(match => match.Groups["text"].Value);

        Assert.Equal(said.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    /// <summary>What surprises people most: a machine that panics for a warning, files that others cannot read, neighbours that ARP does not find.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_names_the_settings_that_surprise(string name)
    {
        var design = ShippedTemplate.Design(name);
        var readme = ShippedTemplate.Readme(name) + string.Concat(PointerPattern.Matches(ShippedTemplate.Readme(name)).Select(match => ShippedTemplate.Readme(match.Groups["name"].Value)));
        foreach (var surprise in (string[])["warn_limit", "arp_filter", "arp_ignore", "drop_gratuitous_arp", "shared_media", "tcp_timestamps"])
        {
            if (design.Kernel.Sysctls.Any(each => each.Key.EndsWith($".{surprise}", StringComparison.Ordinal)))
            {
                Assert.Contains(surprise, readme, StringComparison.Ordinal);
            }
        }

        if (ShippedTemplate.Content(name).Contains("scripts/10-harden-base.sh"))
        {
            Assert.Contains("umask", readme, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Their READMEs promise it: sshd takes keys only, and sudo asks for a password.</summary>
    [Theory]
    [InlineData("server")]
    [InlineData("server-locked")]
    public void A_server_whose_administrator_has_a_key_alone_is_told_that_sudo_asks_for_a_password(string name)
    {
        var design = ShippedTemplate.Design(name);
        var admin = design.Users.Accounts.Single() with { SshKeys = [Designs.Key(1)] };

        var said = DesignCompiler.Compile(UsersFields.Accounts.Put(design, admin), ShippedTemplate.Content(name)).Diagnostics;

        Assert.Contains(said, diagnostic => diagnostic.Code == "VD5005");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_until_when_the_base_gets_updates(string name)
    {
        var image = ShippedTemplate.Design(name).Image.Base;
        if (DesignCatalogue.Bases.FirstOrDefault(each => each.Is(image))?.EndOfLife is { } end)
        {
            Assert.Contains(end.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), Section(name), StringComparison.Ordinal);
        }
    }

    private static string Section(string name)
    {
        var readme = ShippedTemplate.Readme(name);
        return readme[readme.IndexOf("## What the designer says about it", StringComparison.Ordinal)..];
    }

    [GeneratedRegex(@"^\| (?<bold>\*\*)?(?<code>VD[0-9]{4})\b", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RowPattern { get; }

    [GeneratedRegex(@"\]\(\.\./(?<name>[a-z-]+)/README\.md\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PointerPattern { get; }

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern { get; }
}
