using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Lint;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Lint;

public sealed class LintOriginTests
{
    private static readonly ImageDesign Lines = new() { Extra = new() { BeforeLint = "RUN mkdir -p /boot/x && touch /var/log/mine.log\n", AfterPackages = "RUN true\n" } };

    [Theory]
    [InlineData("nonempty-boot", "boot/x", "extra.before_lint")]
    [InlineData("nonempty-boot", "/boot/x/y", "extra.before_lint")]
    [InlineData("var-log", "Found non-empty logfile: /var/log/mine.log (and 3 more)", "extra.before_lint")]
    [InlineData("sysusers", "Found /etc/group entry without corresponding systemd sysusers.d: own, see /var/log/mine.log", "overlay.from")]
    [InlineData("var-tmpfiles", "d /var/lib/other 0755 root root - -", "overlay.from")]
    public void A_line_that_names_the_file_is_the_place(string check, string detail, string field) =>
        Assert.Equal(field, LintOrigin.Locate(Finding(check, detail), Lines).Field);

    [Fact]
    public void Without_scripts_lines_of_ones_own_are_named_and_without_those_the_packages()
    {
        Assert.Equal("extra.before_lint", LintOrigin.Locate(Finding("nonempty-boot", "boot/other"), Lines).Field);
        Assert.Equal("packages.install", LintOrigin.Locate(Finding("nonempty-boot", "boot/other"), new ImageDesign()).Field);
        var scripted = new ImageDesign { Scripts = new() { Run = [RelativePath.Parse("a.sh")] } };
        Assert.Equal("scripts.run", LintOrigin.Locate(Finding("nonempty-boot", "boot/other"), scripted).Field);
    }

    private static LintFinding Finding(string check, string detail) =>
        new(check, LintLevel.Warning, ["what it says", detail], "", "", LintChecks.Find(check).Field, 1);
}
