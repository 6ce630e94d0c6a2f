using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Validation;

public sealed class HelpPageTests
{
    private static readonly string Folder = Path.Combine(ShippedTemplate.RepositoryRoot, "docs", "diagnostics");
    private static readonly string[] Headings = ["## What it means", "## Why it matters", "## What to do", "## Source"];

    public static TheoryData<string> Codes => [.. DesignRules.All.Select(rule => rule.Descriptor.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_help_page_that_agrees_with_it(string code)
    {
        var descriptor = DesignRules.All.Single(rule => string.Equals(rule.Descriptor.Code, code, StringComparison.Ordinal)).Descriptor;
        var lines = File.ReadAllLines(Path.Combine(Folder, code + ".md"));
        Assert.Equal($"# {code}: {descriptor.Title}", lines[0]);
        Assert.Equal($"Severity: {Word(descriptor.Severity)}", lines[2]);
        Assert.Equal(Headings, lines.Where(line => line.StartsWith('#')).Skip(1), StringComparer.Ordinal);
        foreach (var heading in Headings)
        {
            var text = lines.SkipWhile(line => !string.Equals(line, heading, StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith('#'));
            Assert.True(text.Sum(line => line.Length) > 8, $"{code}: {heading} is empty");
        }
    }

    [Fact]
    public void There_is_no_page_without_a_rule() =>
        Assert.Equal(
            DesignRules.All.Select(rule => rule.Descriptor.Code),
            Directory.EnumerateFiles(Folder, "VD*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void The_index_lists_every_page_with_severity_and_title()
    {
        var index = File.ReadAllLines(Path.Combine(Folder, "README.md"));
        var expected = DesignRules.All.Select(rule => rule.Descriptor)
            .Select(each => $"| [{each.Code}]({each.Code}.md) | {Word(each.Severity)} | {each.Title} |");
        Assert.Equal(expected, index.Where(line => line.StartsWith("| [VD", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    /// <summary>The word that the editor and the command line say for it.</summary>
    private static string Word(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "note" : severity.ToString().ToLowerInvariant();
}
