using CsCheck;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Validation;

public sealed class RuleTests
{
    public static TheoryData<string> Raising => [.. RuleCases.All.Where(each => each.Fires).Select(each => each.ToString())];

    public static TheoryData<string> Sparing => [.. RuleCases.All.Where(each => !each.Fires).Select(each => each.ToString())];

    [Fact]
    public void A_sound_design_has_no_diagnostic() =>
        Assert.Empty(All(Designs.Sound).Select(each => $"{each.Code} {each.Path} {each.Message}"));

    [Theory]
    [MemberData(nameof(Raising))]
    public void A_rule_reports_what_it_is_for(string name)
    {
        var design = RuleCases.Find(name);
        var found = Check(design);
        Assert.NotEmpty(found);
        Assert.All(found, each =>
        {
            Assert.True(DesignFields.Find(each.Path) is not null || IsOfFiles(each.Path, design.Content), each.Path.Value);
            Assert.NotEqual(ContentFields.OverlayFrom.Path, each.Path);
            Assert.Matches(@"^\S[^\n]*[.?]$", each.Message);
            Assert.DoesNotContain("  ", each.Message, StringComparison.Ordinal);
            Assert.True(each.Fix is null || each.Fix.Title.Length > 3);
        });
        Assert.Equal(found.Count, found.Select(each => (each.Path, each.Message)).Distinct().Count());
    }

    /// <summary>True for the place of all files and for that of a file which is there.</summary>
    private static bool IsOfFiles(FieldPath path, DesignContent content) =>
        path == ContentFields.Files || content.Files.Any(file => path == ContentFields.PathOfFile(file.Path));

    [Theory]
    [MemberData(nameof(Sparing))]
    public void A_rule_is_silent_about_the_rest(string name) =>
        Assert.Empty(Check(RuleCases.Find(name)).Select(each => $"{each.Path} {each.Message}"));

    [Theory]
    [MemberData(nameof(Raising))]
    public void A_fix_removes_its_diagnostic_and_the_design_can_be_saved(string name)
    {
        var ruleCase = RuleCases.Find(name);
        foreach (var diagnostic in Check(ruleCase).Where(each => each.Fix is not null))
        {
            var mended = diagnostic.Fix!.Apply(ruleCase.Design);
            Assert.NotEqual(ruleCase.Design, mended);
            var left = Check(ruleCase with { Design = mended });
            Assert.DoesNotContain(left, each => each.Path == diagnostic.Path && string.Equals(each.Message, diagnostic.Message, StringComparison.Ordinal));
            var read = DesignToml.Read(DesignToml.ToText(mended));
            Assert.Empty(read.Problems);
            Assert.Equal(mended, read.Design);
        }
    }

    [Fact]
    public void A_fix_of_any_design_removes_its_diagnostic() =>
        Storage.DesignGen.Any.Sample(
            design =>
            {
                foreach (var rule in DesignRules.All)
                {
                    foreach (var diagnostic in rule.Check(RuleInput.Of(design, Content.DesignContent.Empty)).Where(each => each.Fix is not null))
                    {
                        var mended = diagnostic.Fix!.Apply(design);
                        Assert.DoesNotContain(
                            rule.Check(RuleInput.Of(mended, Content.DesignContent.Empty)),
                            each => each.Path == diagnostic.Path && string.Equals(each.Message, diagnostic.Message, StringComparison.Ordinal));
                        Assert.Equal(mended, DesignToml.Read(DesignToml.ToText(mended)).Design);
                    }
                }
            },
            iter: Repetitions.Of(60));

    [Fact]
    public void Every_rule_has_a_case_that_raises_it_and_one_that_does_not()
    {
        foreach (var rule in DesignRules.All)
        {
            var cases = RuleCases.All.Where(each => string.Equals(each.Code, rule.Descriptor.Code, StringComparison.Ordinal)).ToList();
            Assert.True(cases.Exists(each => each.Fires), $"{rule.Descriptor.Code}: no case raises it");
            Assert.True(cases.Exists(each => !each.Fires), $"{rule.Descriptor.Code}: no case spares it");
        }
    }

    [Fact]
    public void What_a_tool_would_refuse_is_told_by_the_rule_that_knows_the_reason_and_else_by_the_last_look()
    {
        var last = DesignRules.All.OfType<Core.Validation.Rules.RefusedOutputRule>().Single().Descriptor.Code;
        var twice = Designs.Sound.Part(Designs.Partition("again", Design.FileSystemKind.Xfs, "/", "20 GiB"));

        var codes = Generation.Compiled.Of(twice).Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => each.Code).ToList();

        Assert.NotEmpty(codes);
        Assert.DoesNotContain(last, codes, StringComparer.Ordinal);
        Assert.NotEmpty(new Core.Validation.Rules.RefusedOutputRule().Check(RuleInput.Of(twice, Content.DesignContent.Empty)));
    }

    private static List<Diagnostic> Check(RuleCase ruleCase)
    {
        var rule = DesignRules.All.Single(each => string.Equals(each.Descriptor.Code, ruleCase.Code, StringComparison.Ordinal));
        return rule.Check(RuleInput.Of(ruleCase.Design, ruleCase.Content)).ToList();
    }

    private static IEnumerable<Diagnostic> All(Design.ImageDesign design) =>
        DesignRules.All.SelectMany(rule => rule.Check(RuleInput.Of(design, Content.DesignContent.Empty)));
}
