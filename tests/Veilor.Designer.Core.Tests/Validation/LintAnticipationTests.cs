using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Tests.Generation;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>What <c>bootc container lint</c> would say after the build is said before it, with an edit that mends it.</summary>
public sealed class LintAnticipationTests
{
    public static TheoryData<string> Cases => [.. LintCases.All.Select(each => each.Case.ToString())];

    [Fact]
    public void All_fourteen_checks_are_anticipated() =>
        Assert.Equal(LintCases.Checks.Order(StringComparer.Ordinal), LintCases.All.Select(each => each.Check).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_check_is_anticipated_and_its_fix_mends_the_design(string name)
    {
        var lint = LintCases.Find(name);
        var found = Check(lint);
        Assert.NotEmpty(found);
        if (lint.Code is "VD7030")
        {
            return; // A name is changed on the disk; no field of a design holds it.
        }

        var mended = lint.Design;
        foreach (var diagnostic in found)
        {
            Assert.NotNull(diagnostic.Fix);
            mended = diagnostic.Fix.Apply(mended);
        }

        Assert.Empty(Check(lint with { Design = mended }));
    }

    [Fact]
    public void What_is_left_out_stays_in_the_bundle_and_out_of_the_image()
    {
        var lint = LintCases.All.First(each => each.Check is "var-log").Case;
        var mended = Check(lint)[0].Fix!.Apply(lint.Design);
        var compiled = Compilation.DesignCompiler.Compile(mended, lint.Content);
        Assert.Contains("overlay/var/log/own.log\n", compiled.Document(".containerignore").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("COPY overlay/", compiled.Document("Containerfile").Text, StringComparison.Ordinal);
        Assert.True(compiled.Content.Contains("overlay/var/log/own.log"));
    }

    private static List<Diagnostic> Check(RuleCase lint) =>
        [.. DesignRules.All.Single(rule => string.Equals(rule.Descriptor.Code, lint.Code, StringComparison.Ordinal)).Check(RuleInput.Of(lint.Design, lint.Content))];
}
