using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Components.Runs;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Lint;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Workspace;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

/// <summary>How a run stands in words: its chip, its tab, its list, its messages, and what it leads to.</summary>
public sealed class RunStandingTests : RunViews
{
    [Fact]
    public async Task A_boot_is_told_from_a_build_in_the_list_and_in_the_title_of_its_tab()
    {
        await Build.RunAsync(Bash("true"));
        var booted = await Build.RunAsync(Bash("true") with { Kind = StepKind.Boot });
        var failed = await Build.RunAsync(Bash("false") with { Kind = StepKind.Boot });
        Assert.Equal(
            ["Boot failed", "Booted", "Succeeded"],
            Context.Render<RunHistory>().FindAll("[data-testid=run] [data-state]").Select(chip => chip.TextContent.Trim()), StringComparer.Ordinal);
        Assert.StartsWith("✔ Booted · Demo", TitleOf(booted), StringComparison.Ordinal);
        Assert.StartsWith("✘ Boot failed · Demo", TitleOf(failed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_waits_for_commands_in_a_terminal_says_so_wherever_it_is_seen()
    {
        var script = Context.JSInterop.SetupModule("./Components/Layout/RunNotifier.razor.js");
        script.Mode = JSRuntimeMode.Loose;
        var messages = Context.Render<MudBlazor.MudSnackbarProvider>();
        Context.Render<RunNotifier>();
        var run = await Build.QueueAsync(Bash("true", "one"), Bash("", "two") with { TerminalCommands = ["touch done"], Produces = "done" });
        await Build.WaitAsync(run.Id, now => now.WaitsForPerson);
        run = Build.Service.Find(run.Id)!;
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        Assert.Equal("Waits for you", view.Find(".run-head [data-waits=true]").TextContent.Trim());
        Assert.Equal("Waits for you", view.FindAll("[data-testid=step-state]")[1].TextContent);
        Assert.StartsWith("❗ Waits for you · Demo", TitleOf(run), StringComparison.Ordinal);
        Assert.Contains("Waits for you", Context.Render<RunHistory>().Find("[data-testid=run]").TextContent, StringComparison.Ordinal);
        messages.WaitForAssertion(() => Assert.Contains("The build of Demo waits for you.", messages.Markup, StringComparison.Ordinal));
        messages.WaitForAssertion(() => Assert.Equal("The build of Demo waits for you.", Assert.Single(script.Invocations["notify"]).Arguments[0]));

        await System.IO.File.WriteAllTextAsync(Path.Combine(Build.Service.BundleFolderOf(run.Id), "done"), "");
        var ended = await Build.EndAsync(run.Id);
        view.WaitForAssertion(() => Assert.Equal("Succeeded", view.Find(".run-head [data-state]").TextContent.Trim()));
        Assert.StartsWith("✔ Built · Demo", TitleOf(ended), StringComparison.Ordinal);
        messages.WaitForAssertion(() => Assert.Equal(
            ["The build of Demo waits for you.", "Demo is built."], script.Invocations["notify"].Select(call => (string)call.Arguments[0]!), StringComparer.Ordinal));
        Assert.Equal(2, script.Invocations["notify"].Select(call => (string)call.Arguments[2]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_was_made_before_a_step_failed_has_its_next_commands_and_what_was_not_has_none()
    {
        var made = await Build.RunAsync(
            Bash("mkdir -p ../artifacts/qcow2; echo disk > ../artifacts/qcow2/disk.qcow2", "image") with { Kind = StepKind.Build },
            Bash("false", "boot") with { Kind = StepKind.Boot });
        var next = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, made.Id)).Find("[data-testid=next]").TextContent;
        Assert.Contains("“Run boot” did not succeed", next, StringComparison.Ordinal);
        Assert.Contains("bootc switch", next, StringComparison.Ordinal);
        Assert.Contains("disk.qcow2", next, StringComparison.Ordinal);

        var none = await Build.RunAsync(Bash("false", "image") with { Kind = StepKind.Build }, Bash("true", "lint"));
        Assert.Empty(Context.Render<RunView>(parameters => parameters.Add(item => item.Id, none.Id)).FindAll("[data-testid=next]"));
    }

    [Fact]
    public async Task A_run_leads_to_its_design_and_to_its_build_page()
    {
        var run = await Build.RunAsync(Bash("true"));
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        Assert.Equal(
            ["runs", "/designs/demo", "/designs/demo/build"], view.FindAll(".run-back a").Select(link => link.GetAttribute("href")!), StringComparer.Ordinal);
        var list = Context.Render<RunsPage>();
        Assert.Equal("/", list.Find("[data-testid=back-to-designs]").GetAttribute("href"));
        Assert.Contains("count each on their own", list.Find("[data-testid=retention-note]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "13 passed, 1 warning, 0 fatal.", "Lint: 1 warning")]
    [InlineData(2, "13 passed, 2 warnings, 0 fatal.", "Lint: 2 warnings")]
    public async Task Findings_of_the_lint_are_counted_in_words_that_agree(int warnings, string summary, string link)
    {
        var run = await Build.RunAsync(Bash("true"));
        var finding = new LintFinding("var-tmpfiles", LintLevel.Warning, [], "cause", "fix", "", 1);
        var report = new LintReport(Enumerable.Range(1, warnings).Select(line => finding with { Line = line }).ToEquatableArray(), 13, 0);
        var table = Context.Render<LintTable>(parameters => parameters.Add(item => item.Report, report).Add(item => item.Slug, "demo"));
        Assert.Equal(summary, table.Find(".findings-summary").TextContent);
        var links = Context.Render<RunResultLinks>(parameters => parameters.Add(item => item.Run, run).Add(item => item.Results, new RunResults(report, null, [])));
        Assert.Contains(link, links.Markup, StringComparison.Ordinal);
    }

    private string TitleOf(BuildRun run)
    {
        var title = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id)).FindComponent<Microsoft.AspNetCore.Components.Web.PageTitle>();
        return Context.Render(title.Instance.ChildContent!).Markup;
    }
}
