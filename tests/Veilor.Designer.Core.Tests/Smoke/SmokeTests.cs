using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Smoke;
using Veilor.Designer.Core.Tests.Generation;
using Veilor.Designer.Core.Tests.Templates;

namespace Veilor.Designer.Core.Tests.Smoke;

public sealed class SmokeTests
{
    [Fact]
    public void Results_are_read_with_field_and_what_was_found()
    {
        var reader = new SmokeReportReader();
        string[] lines =
        [
            "1..4", "ok 1 - package tree # packages.install[tree]", "not ok 2 - unit a@b.service is enabled # services.enable[a@b.service]",
            "#   found: disabled", "#   and more", "ok 3 - program /usr/bin/gum # SKIP it is for x86_64 in packages.downloads[gum]", "noise",
        ];
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            reader.Add(index + 1, line);
        }

        var report = reader.Report()!;
        Assert.Equal((4, 1, 1, 1), (report.Planned, report.Passed, report.Failed, report.Skipped));
        Assert.Equal(new SmokeResult(2, "unit a@b.service is enabled", SmokeOutcome.Failed, "services.enable[a@b.service]", "found: disabled\nand more", 3), report.Results[1]);
        Assert.Equal(("it is for x86_64", "packages.downloads[gum]"), (report.Results[2].Found, report.Results[2].Field));
    }

    [Fact]
    public void Every_assertion_of_the_template_comes_from_a_field_that_exists()
    {
        var design = ShippedTemplate.Design("veilor-os");
        var assertions = SmokeAssertions.Of(new GenerationInput(design, ShippedTemplate.Content("veilor-os"))).SelectMany(group => group.Assertions).ToList();
        Assert.All(assertions, assertion => Assert.NotNull(DesignFields.Find(assertion.Origins[0])));
        foreach (var check in new[] { "same", "installed", "absent", "unit", "target", "locked", "os_release", "selinux", "one_kernel", "theme", "program", "present" })
        {
            Assert.Contains(check, assertions.Select(assertion => assertion.Check), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void The_script_announces_as_many_checks_as_it_has()
    {
        var input = new GenerationInput(FullDesign.Find(), DesignContent.Empty);
        var text = new SmokeScripts().Generate(input).First(document => document.Path == BundlePaths.InsideImage).Text;
        Assert.Contains($"echo 1..{SmokeAssertions.Of(input).Sum(group => group.Assertions.Count)}\n", text, StringComparison.Ordinal);
    }
}
