using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Components.Runs;
using Veilor.Designer.Core.Plans;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class RunComponentTests : IAsyncLifetime
{
    private readonly BunitContext _context = new();
    private BuildFixture _build = null!;

    public async ValueTask InitializeAsync()
    {
        _build = await StartAsync();
        _context.Services.AddMudServices();
        _context.Services.AddSingleton(_build.Service);
        _context.Services.AddSingleton(TimeProvider.System);
        _context.Services.AddSingleton(_ => new PodmanProbe());
        _context.Services.AddSingleton(_ => new BootStarter(_build.Service));
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _build.DisposeAsync();
    }

    [Fact]
    public async Task The_history_lists_runs_newest_first_and_follows_new_ones()
    {
        var first = await _build.RunAsync(Bash("true"));
        var history = _context.Render<RunHistory>();
        Assert.Contains("Succeeded", history.Find("[data-testid=run]").TextContent, StringComparison.Ordinal);
        var second = await _build.RunAsync(Bash("false"));
        history.WaitForAssertion(() => Assert.Equal(
            [$"runs/{second.Id}", $"runs/{first.Id}"],
            history.FindAll("[data-testid=run] a").Select(link => link.GetAttribute("href")!), StringComparer.Ordinal));
        history.WaitForAssertion(() => Assert.Contains("Failed", history.FindAll("[data-testid=run]")[0].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_history_says_what_to_do() =>
        Assert.Contains("Open a design", _context.Render<RunHistory>().Find("[data-testid=no-runs]").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_failed_run_shows_the_failure_at_its_step_with_status_command_and_line()
    {
        var run = await _build.RunAsync(Bash("echo ok", "one"), Bash("echo 'fatal: it broke' >&2; exit 7", "two"));
        var view = _context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        var steps = view.FindAll("[data-testid=step]");
        Assert.Equal(["Succeeded", "Failed"], steps.Select(step => step.GetAttribute("data-state")!), StringComparer.Ordinal);
        Assert.Equal("exit status 7", steps[1].QuerySelector("[data-testid=exit-status]")!.TextContent);
        Assert.Contains("fatal: it broke", steps[1].QuerySelector("[data-testid=step-failure]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(run.Steps[1].Step.CommandLine, steps[1].QuerySelector("[data-testid=command] code")!.TextContent);
        Assert.Null(steps[0].QuerySelector("[data-testid=step-failure]"));
        Assert.Empty(view.FindAll("[data-testid=cancel]"));
        await view.Find("[data-testid=first-error]").ClickAsync(new());
        Assert.Equal("2", view.Find(".log-current").GetAttribute("data-line"));
    }

    [Fact]
    public async Task Log_text_is_text_with_its_colours_and_never_markup()
    {
        var run = await _build.RunAsync(Bash("printf '<script>alert(1)</script> \\033[31mred\\033[0m\\n'"));
        var view = _context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.WaitForElement(".log-row");
        Assert.Equal("<script>alert(1)</script> red", view.Find(".log-text").TextContent.Trim());
        Assert.Empty(view.FindAll(".log-row script"));
        Assert.Equal("red", view.Find(".ansi-fg-red").TextContent);
    }

    [Fact]
    public async Task A_running_build_shows_new_lines_and_can_be_cancelled()
    {
        var run = await _build.QueueAsync(Bash("echo first; sleep 0.5; echo second; printf 'at 40%%'; sleep 60"));
        var view = _context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        view.WaitForAssertion(
            () => Assert.Equal(["first", "second", "at 40%"], view.FindAll(".log-text").Select(text => text.TextContent.Trim()), StringComparer.Ordinal),
            TimeSpan.FromSeconds(10));
        await view.Find("[data-testid=cancel]").ClickAsync(new());
        view.WaitForAssertion(() => Assert.Equal("Cancelled", view.Find("[data-testid=step]").GetAttribute("data-state")), TimeSpan.FromSeconds(10));
        Assert.Empty(view.FindAll("[data-testid=cancel]"));
    }

    [Fact]
    public async Task Search_counts_the_lines_and_marks_the_hits()
    {
        var run = await _build.RunAsync(Bash("seq 30"));
        var view = _context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.Find("input[aria-label='Search the log']").Input("2");
        view.WaitForAssertion(() => Assert.Equal("12 lines", view.Find("[data-testid=hits]").TextContent), TimeSpan.FromSeconds(5));
        await view.Find("button[aria-label='Next hit']").ClickAsync(new());
        Assert.Equal("1 of 12 lines", view.Find("[data-testid=hits]").TextContent);
        Assert.Contains(view.FindAll("mark"), mark => mark.TextContent == "2");
    }

    [Fact]
    public async Task The_panel_says_that_podman_is_missing_and_which_command_installs_it()
    {
        using var folder = new TemporaryFolder();
        var osRelease = Path.Combine(folder.Path, "os-release");
        await System.IO.File.WriteAllTextAsync(osRelease, "ID=fedora\n");
        _context.Services.AddSingleton(_ => new PodmanProbe("no-such-podman", osRelease));
        var panel = _context.Render<BuildPanel>(parameters => parameters.Add(item => item.OnBuild, () => { }));
        Assert.Contains("podman is not installed", panel.WaitForElement("[data-testid=podman-missing]").TextContent, StringComparison.Ordinal);
        Assert.Equal("sudo dnf install -y podman", panel.Find("[data-testid=podman-missing] code").TextContent);
        Assert.True(panel.Find("[data-testid=build]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_panel_builds_when_nothing_is_in_the_way_and_says_what_is()
    {
        var built = 0;
        IReadOnlyList<string> reasons = ["users: the name is taken"];
        var panel = _context.Render<BuildPanel>(parameters => parameters
            .Add(item => item.Plan, BuildPlanner.ContainerBuild("localhost/demo:1"))
            .Add(item => item.BlockedReasons, reasons)
            .Add(item => item.OnBuild, EventCallback.Factory.Create(this, () => built++)));
        panel.WaitForState(() => panel.Markup.Contains("podman 4", StringComparison.Ordinal) || panel.Markup.Contains("podman 5", StringComparison.Ordinal));
        Assert.True(panel.Find("[data-testid=build]").HasAttribute("disabled"));
        Assert.Contains("the name is taken", panel.Find("[data-testid=blocked]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "podman build --pull=missing --layers --format=oci --file Containerfile --tag localhost/demo:1 .",
            panel.Find("[data-testid=command] code").TextContent);
        panel.Render(parameters => parameters.Add(item => item.BlockedReasons, []));
        await panel.Find("[data-testid=build]").ClickAsync(new());
        Assert.Equal(1, built);
    }
}
