using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Generation;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Core.Values;

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
        Assert.Contains("overlay/var\n", compiled.Document(".containerignore").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("COPY overlay/", compiled.Document("Containerfile").Text, StringComparison.Ordinal);
        Assert.True(compiled.Content.Contains("overlay/var/log/own.log"));
    }

    [Fact]
    public void A_folder_of_which_nothing_is_left_does_not_get_into_the_image_either()
    {
        var content = Designs.Files("overlay/usr/etc/a", "overlay/usr/etc/own/b", "overlay/usr/bin/c", "overlay/etc/d", "overlay/etc/e");
        var design = new[] { "usr/etc/a", "usr/etc/own/b", "etc/d" }.Aggregate(Designs.Sound, (each, path) => ContentFields.Exclude.Add(each, RelativePath.Parse(path)));
        var compiled = Compilation.DesignCompiler.Compile(design, content);
        Assert.Equal(
            ["overlay/usr/etc", "overlay/etc/d"],
            compiled.Document(".containerignore").Text.Split('\n').Where(line => line.StartsWith("overlay/", StringComparison.Ordinal)));
        Assert.Contains("set-modes.sh /usr/etc /etc/d #", compiled.Document("Containerfile").Text, StringComparison.Ordinal);
    }

    private static List<Diagnostic> Check(RuleCase lint) =>
        [.. DesignRules.All.Single(rule => string.Equals(rule.Descriptor.Code, lint.Code, StringComparison.Ordinal)).Check(RuleInput.Of(lint.Design, lint.Content))];
}
