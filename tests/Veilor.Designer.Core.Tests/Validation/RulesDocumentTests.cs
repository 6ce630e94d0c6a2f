using System.Text.RegularExpressions;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Validation;

public sealed partial class RulesDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ShippedTemplate.RepositoryRoot, "docs", "rules.md"));

    [Fact]
    public void Every_code_that_the_document_names_exists_and_every_code_is_in_it() =>
        Assert.Equal(
            DesignRules.All.Select(rule => rule.Descriptor.Code),
            Code().Matches(Text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void A_row_says_what_the_designer_does_about_it() =>
        Assert.All(Text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)), line => Assert.True(line.Split('|').Length >= 4, line));

    [Fact]
    public void The_document_maps_each_check_of_bootc_container_lint_to_the_codes_that_anticipate_it()
    {
        var rows = Text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 4 && cells[1].StartsWith('`') && cells[2] is "fatal" or "warning").ToList();
        Assert.Equal(LintCases.Checks.Order(StringComparer.Ordinal), rows.Select(cells => cells[1].Trim('`')).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(LintCases.All, each => Assert.Contains(each.Case.Code, rows.Single(cells => string.Equals(cells[1].Trim('`'), each.Check, StringComparison.Ordinal))[3], StringComparison.Ordinal));
    }

    [GeneratedRegex("VD[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
