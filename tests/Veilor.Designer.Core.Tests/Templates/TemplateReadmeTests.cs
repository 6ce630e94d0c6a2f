using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;

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

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern { get; }
}
