using System.Text.RegularExpressions;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Validation;

public sealed partial class RuleRegistryTests
{
    private static readonly string Sources = Path.Combine(ShippedTemplate.RepositoryRoot, "src");

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        var codes = DesignRules.All.Select(rule => rule.Descriptor.Code).ToList();
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes, StringComparer.Ordinal);
        Assert.All(codes, code => Assert.Matches("^VD[1-9][0-9]{3}$", code));
        Assert.InRange(codes.Count, 100, int.MaxValue);
    }

    [Fact]
    public void Each_code_is_written_once_in_the_source()
    {
        var written = Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Value.Trim('"')))
            .Order(StringComparer.Ordinal);
        Assert.Equal(DesignRules.All.Select(rule => rule.Descriptor.Code), written, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_rule_of_the_assembly_is_registered() =>
        Assert.Equal(
            typeof(DesignRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DesignRule)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
            DesignRules.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void A_title_says_the_problem_in_a_few_words() =>
        Assert.All(DesignRules.All, rule =>
        {
            Assert.InRange(rule.Descriptor.Title.Length, 10, 70);
            Assert.DoesNotMatch(@"[.!]$", rule.Descriptor.Title);
        });

    [GeneratedRegex("\"VD[0-9]{4}\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
