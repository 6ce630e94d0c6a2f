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

    [Fact]
    public void Each_row_of_the_rule_list_has_a_code_of_its_weight_a_routing_or_a_reason()
    {
        var severities = DesignRules.All.ToDictionary(rule => rule.Descriptor.Code, rule => rule.Descriptor.Severity.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        var rows = Text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 5 && Row().IsMatch(cells[1])).ToList();
        Assert.Equal(Rows, rows.Select(cells => cells[1]), StringComparer.Ordinal);
        Assert.All(rows, cells =>
        {
            var codes = Code().Matches(cells[4]).Select(match => match.Value).ToList();
            Assert.All(codes, code => Assert.Contains($"{code} ({severities[code]})", cells[4], StringComparison.Ordinal));
            Assert.True(codes.Count > 0 || cells[4].StartsWith("routed: ", StringComparison.Ordinal) || cells[4].StartsWith("impossible: ", StringComparison.Ordinal), cells[1]);
            Assert.True(codes.Count == 0 || codes.Exists(code => string.Equals(severities[code], cells[3], StringComparison.Ordinal)) || cells[5].Length > 0, $"{cells[1]} differs without a reason");
        });
    }

    /// <summary>The rows of the list.</summary>
    private static readonly string[] Rows =
    [
        "B1a", "B1b", "B1c", "B1d", "B1e", "B2a", "B2b", "B2c", "B2d", "B3a", "B3b", "B3c", "B3d", "B3e", "B3f", "B4a", "B4b", "B4c", "B4d", "B5a", "B5b", "B5c", "B5d", "B6a",
        "B6b", "B7a", "B7b", "M1", "M2", "M3", "M4a", "M4b", "M5", "M6", "M7a", "M7b", "M7c", "M8", "M9", "M10", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9", "X10", "X11",
        "X12", "X13", "X14", "X15", "X16",
    ];

    [GeneratedRegex("^[BMX][0-9]+[a-z]?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("VD[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
