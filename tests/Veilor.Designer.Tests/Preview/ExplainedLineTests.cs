using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Preview;

/// <summary>The card of a line says what is wrong with what made the line, and with nothing else.</summary>
public sealed class ExplainedLineTests
{
    private static readonly PinnedDownload Download = new()
    {
        Name = ModuleName.Parse("tool"),
        Url = HttpUrl.Parse("https://example.org/tool.zip"),
        Sha256 = Sha256Digest.Parse(new string('0', 64)),
        InstallPath = AbsolutePath.Parse("/usr/bin/tool"),
    };

    private static readonly CompiledDesign Compiled = DesignCompiler.Compile(
        new ImageDesign { Packages = new PackagesSection { Downloads = [Download] } }, DesignContent.Empty);

    private static readonly FieldPath Row = PackagesFields.Downloads.PathOf(Download);

    [Fact]
    public void A_line_of_a_cell_has_the_problems_of_that_cell()
    {
        var all = Compiled.Diagnostics.Where(each => Row.Covers(each.Path)).Select(each => each.Path).Distinct().ToList();
        Assert.Equal([Row.Member("sha256"), Row.Member("url")], all.OrderBy(path => path.Value, StringComparer.Ordinal));

        Assert.Equal([Row.Member("url")], ProblemsAt("ARG TOOL_URL="));
        Assert.Equal([Row.Member("sha256")], ProblemsAt("ARG TOOL_SHA256="));
    }

    [Fact]
    public void A_line_of_the_row_has_the_problems_of_its_cells_each_once()
    {
        var problems = ProblemsAt("work=$(mktemp -d)");
        Assert.Equal([Row.Member("sha256"), Row.Member("url")], problems.OrderBy(path => path.Value, StringComparer.Ordinal));
    }

    private static IEnumerable<FieldPath> ProblemsAt(string text)
    {
        var document = Compiled.FindDocument("Containerfile")!;
        var line = document.Lines.FindIndex(each => each.Text.Contains(text, StringComparison.Ordinal));
        return ExplainedLine.Of(Compiled, document, line).Problems.Select(problem => problem.Path);
    }
}
