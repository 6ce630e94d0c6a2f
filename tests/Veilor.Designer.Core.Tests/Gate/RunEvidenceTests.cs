using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Lint;
using Veilor.Designer.Core.Smoke;

namespace Veilor.Designer.Core.Tests.Gate;

public sealed class RunEvidenceTests
{
    private static readonly RunFacts Facts = new("r1", Gates.Id, Gates.Day(1));

    private static GateEvidence? Of(RunFacts facts, string part) => RunEvidence.Of(facts).SingleOrDefault(item => item.Part == part);

    private static SmokeReport Smoke(SmokeOutcome outcome, params string[] titles) =>
        new([.. titles.Select((title, index) => new SmokeResult(index + 1, title, outcome, "image.base", outcome == SmokeOutcome.Failed ? "is off" : "", 1))], titles.Length);

    private static BootReport Boot(BootMedium medium, BootEnding ending, bool isGraphical, params BootMilestone[] seen) => new(
        "disk.qcow2", medium, isGraphical, HasKvm: false, ending, TimeSpan.FromSeconds(9),
        [.. seen.Select(milestone => new BootEvent(milestone, "line", TimeSpan.FromSeconds(3)))]);

    [Fact]
    public void A_run_without_results_says_nothing() => Assert.Empty(RunEvidence.Of(Facts));

    [Fact]
    public void Evidence_names_run_design_and_date()
    {
        var evidence = Of(Facts with { Built = true }, "container.build")!;
        Assert.Equal((GateFinding.Met, "r1", Gates.Id, Gates.Day(1)), (evidence.Finding, evidence.Run, evidence.DesignId, evidence.Date));
        Assert.Equal("no space", Of(Facts with { Built = false, BuildProblem = "no space" }, "container.build")!.Text);
    }

    [Theory]
    [InlineData(true, true, 0, GateFinding.Met)]
    [InlineData(true, null, 0, GateFinding.Met)]
    [InlineData(true, false, 0, GateFinding.Failed)]
    [InlineData(true, true, 1, GateFinding.Failed)]
    [InlineData(false, null, 0, GateFinding.Failed)]
    public void The_lint_counts_when_its_step_or_the_build_that_ran_it_succeeded(bool built, bool? linted, int fatal, GateFinding finding)
    {
        LintFinding[] findings = [.. Enumerable.Range(0, fatal).Select(_ => new LintFinding("x", LintLevel.Fatal, ["y"], "", "", "", 1))];
        Assert.Equal(finding, Of(Facts with { Built = built, Linted = linted, Lint = new LintReport([.. findings], 14, 0) }, "container.lint")!.Finding);
    }

    [Fact]
    public void The_checks_in_the_image_feed_desktop_selinux_and_sysctls()
    {
        var titles = new[] { "unit sddm.service is enabled", "SELinux is enforcing", "file /etc/sysctl.d/60-x.conf" };
        var good = Facts with { Smoke = Smoke(SmokeOutcome.Passed, titles) };
        var bad = Facts with { Smoke = Smoke(SmokeOutcome.Failed, titles) };
        var left = Facts with { Smoke = Smoke(SmokeOutcome.Skipped, titles) };
        Assert.All(new[] { "image.desktop", "image.selinux", "image.sysctls" }, part =>
        {
            Assert.Equal(GateFinding.Met, Of(good, part)!.Finding);
            Assert.Equal(GateFinding.Failed, Of(bad, part)!.Finding);
            Assert.Null(Of(left, part));
        });
        Assert.Null(Of(Facts with { Smoke = Smoke(SmokeOutcome.Passed, "package tree is installed") }, "image.desktop"));
    }

    [Fact]
    public void An_iso_is_met_when_it_is_there_and_its_kickstart_when_it_has_no_error()
    {
        Assert.Equal(GateFinding.Met, Of(Facts with { IsoMade = true, Isos = ["bootiso/install.iso"] }, "iso.made")!.Finding);
        Assert.Equal(GateFinding.Failed, Of(Facts with { IsoMade = true }, "iso.made")!.Finding);
        Assert.Equal(GateFinding.Failed, Of(Facts with { IsoMade = false }, "iso.made")!.Finding);
        Assert.Equal(GateFinding.Met, Of(Facts with { Kickstart = KickstartChecker.Check("reboot\n") }, "iso.kickstart")!.Finding);
        Assert.Equal(GateFinding.Failed, Of(Facts with { Kickstart = KickstartChecker.Check("nonsense\n") }, "iso.kickstart")!.Finding);
    }

    [Theory]
    [InlineData(BootEnding.Reached, GateFinding.Met, BootMilestone.Kernel, BootMilestone.Installer)]
    [InlineData(BootEnding.TimeLimit, GateFinding.Partial, BootMilestone.BootLoader, BootMilestone.Kernel)]
    [InlineData(BootEnding.TimeLimit, GateFinding.Partial)]
    [InlineData(BootEnding.Panic, GateFinding.Failed, BootMilestone.Kernel, BootMilestone.Panic)]
    [InlineData(BootEnding.EmergencyShell, GateFinding.Failed, BootMilestone.Kernel, BootMilestone.EmergencyShell)]
    public void Booting_the_iso_claims_no_more_than_was_seen(BootEnding ending, GateFinding finding, params BootMilestone[] seen)
    {
        var evidence = Of(Facts with { Boots = [Boot(BootMedium.Iso, ending, false, seen)] }, "iso-boots.installer")!;
        Assert.Equal(finding, evidence.Finding);
        Assert.Equal(finding == GateFinding.Partial, evidence.Text.Contains("Not seen:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, GateFinding.Met, BootMilestone.LoginPrompt)]
    [InlineData(true, GateFinding.Met, BootMilestone.GraphicalTarget)]
    [InlineData(true, GateFinding.Met, BootMilestone.DisplayManager)]
    [InlineData(true, GateFinding.Partial, BootMilestone.LoginPrompt)]
    [InlineData(false, GateFinding.Partial, BootMilestone.Kernel)]
    public void A_graphical_login_needs_more_than_a_prompt_on_the_serial_console(bool isGraphical, GateFinding finding, BootMilestone seen) =>
        Assert.Equal(finding, Of(Facts with { Boots = [Boot(BootMedium.Disk, BootEnding.Reached, isGraphical, seen)] }, "first-boot.login")!.Finding);

    [Fact]
    public void A_passphrase_prompt_is_half_of_what_is_asked()
    {
        var facts = Facts with { Boots = [Boot(BootMedium.Disk, BootEnding.WaitsForPassphrase, true, BootMilestone.Kernel, BootMilestone.PassphrasePrompt)] };
        Assert.Equal(GateFinding.Partial, Of(facts, "install.luks")!.Finding);
        Assert.Equal(GateFinding.Partial, Of(facts, "first-boot.login")!.Finding);
    }

    [Fact]
    public void A_cancelled_boot_says_nothing() =>
        Assert.Empty(RunEvidence.Of(Facts with { Boots = [Boot(BootMedium.Disk, BootEnding.Cancelled, false, BootMilestone.Kernel)] }));

    [Fact]
    public void No_run_can_feed_what_only_a_person_sees()
    {
        var everything = Facts with
        {
            Built = true,
            Linted = true,
            Lint = new LintReport([], 1, 0),
            IsoMade = true,
            Isos = ["a.iso"],
            HasGuide = true,
            Boots = [Boot(BootMedium.Disk, BootEnding.Reached, false, Enum.GetValues<BootMilestone>())],
        };
        var fed = RunEvidence.Of(everything).Select(item => item.Part).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(GateCriteria.All.SelectMany(criterion => criterion.Parts), part => part.FedBy.Length == 0 && fed.Contains(part.Id));
    }
}
