using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Lint;

namespace Veilor.Designer.Core.Tests.Lint;

public sealed class LintReportTests
{
    [Fact]
    public void Findings_are_read_with_their_details_fatal_ones_first()
    {
        var report = Read(
            "Lint warning: var-tmpfiles: Found content in /var missing systemd tmpfiles.d entries:",
            "  d /var/lib/one 0755 root root - -",
            "  ...and 3 more",
            "Failed lint: kernel: Found multiple kernels: 6.1, 6.2",
            "Checks passed: 12",
            "Checks skipped: 1",
            "Warnings: 1",
            "error: Checks failed: 1")!;
        Assert.Equal(["kernel", "var-tmpfiles"], report.Findings.Select(finding => finding.Name), StringComparer.Ordinal);
        Assert.Equal(
            ["Found content in /var missing systemd tmpfiles.d entries:", "d /var/lib/one 0755 root root - -", "...and 3 more"],
            report.Findings[1].Details, StringComparer.Ordinal);
        Assert.Equal((12, 1, 1, 1, 4L), (report.Passed, report.Skipped, report.Fatal, report.Warnings, report.Findings[0].Line));
    }

    [Fact]
    public void Lines_of_the_build_around_the_lint_are_no_details()
    {
        var report = Read(
            "STEP 9/9: RUN bootc container lint",
            "Failed lint: etc-usretc: Found /usr/etc",
            "Error: building at STEP \"RUN bootc container lint\": while running runtime: exit status 1")!;
        Assert.Equal(["Found /usr/etc"], Assert.Single(report.Findings).Details, StringComparer.Ordinal);
    }

    [Fact]
    public void Without_a_lint_there_is_no_report() => Assert.Null(Read("STEP 1/2: FROM x", "COMMIT y"));

    [Fact]
    public void A_check_that_is_newer_than_this_program_keeps_what_bootc_says()
    {
        var finding = Assert.Single(Read("Lint warning: brand-new: Something is odd", "Checks passed: 1")!.Findings);
        Assert.Equal("Something is odd", finding.Details[0]);
        Assert.NotEmpty(finding.Fix);
    }

    [Fact]
    public void Each_check_of_bootc_leads_to_a_field_that_exists() =>
        Assert.All(LintChecks.All, check => Assert.NotNull(DesignFields.Find(check.Field)));

    private static LintReport? Read(params string[] lines)
    {
        var reader = new LintReportReader();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            reader.Add(index + 1, line);
        }

        return LintReportReader.Report(reader);
    }
}
