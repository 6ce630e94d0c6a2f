using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Components.Runs;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Workspace;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class RunComponentTests : RunViews
{
    [Fact]
    public async Task The_history_lists_runs_newest_first_and_follows_new_ones()
    {
        var first = await Build.RunAsync(Bash("true"));
        var history = Context.Render<RunHistory>();
        Assert.Contains("Succeeded", history.Find("[data-testid=run]").TextContent, StringComparison.Ordinal);
        var second = await Build.RunAsync(Bash("false"));
        history.WaitForAssertion(() => Assert.Equal(
            [$"runs/{second.Id}", $"runs/{first.Id}"],
            history.FindAll("[data-testid=run] a").Select(link => link.GetAttribute("href")!), StringComparer.Ordinal));
        history.WaitForAssertion(() => Assert.Contains("Failed", history.FindAll("[data-testid=run]")[0].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_build_of_another_program_says_so_until_it_ends_and_what_waits_for_it_says_that()
    {
        await using var other = await StartAsync(Build.Folder);
        var first = await other.QueueAsync(Bash("echo ready; sleep 300"));
        await WaitAsync(() => Build.Service.Find(first.Id) is { State: RunState.Running });
        var second = await Build.QueueAsync(Bash("sleep 300"));
        var page = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, first.Id));
        Assert.Equal("by another program", page.Find("[data-testid=other-program]").TextContent);
        Assert.Contains("asks that program to end it", page.Find("[data-testid=other-program]").GetAttribute("title"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=queue-position]"));
        var waiting = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, second.Id));
        Assert.Equal("place 1 in the queue, waits for the build of Demo by another program", waiting.Find("[data-testid=queue-position]").TextContent);
        Assert.Empty(waiting.FindAll("[data-testid=other-program]"));
        var history = Context.Render<RunHistory>();
        Assert.Equal(
            ["place 1 in the queue, waits for the build of Demo by another program", "by another program"],
            history.FindAll("[data-testid=run]").Select(row => row.QuerySelector("[data-testid=queue-position], [data-testid=other-program]")!.TextContent), StringComparer.Ordinal);

        await page.InvokeAsync(() => page.Find("[data-testid=cancel]").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find("[data-testid=step]").GetAttribute("data-state")));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=other-program]")));
        waiting.WaitForAssertion(() => Assert.Empty(waiting.FindAll("[data-testid=queue-position]")));
        await Build.Service.CancelAsync(second.Id);
    }

    [Fact]
    public void An_empty_history_says_what_to_do() =>
        Assert.Contains("Open a design", Context.Render<RunHistory>().Find("[data-testid=no-runs]").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_failed_run_shows_the_failure_at_its_step_with_status_command_and_line()
    {
        var run = await Build.RunAsync(Bash("echo ok", "one"), Bash("echo 'fatal: it broke' >&2; exit 7", "two"));
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        var steps = view.FindAll("[data-testid=step]");
        Assert.Equal(["Succeeded", "Failed"], steps.Select(step => step.GetAttribute("data-state")!), StringComparer.Ordinal);
        Assert.Equal("exit status 7", steps[1].QuerySelector("[data-testid=exit-status]")!.TextContent);
        Assert.Contains("fatal: it broke", steps[1].QuerySelector("[data-testid=step-failure]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(run.Steps[1].Step.CommandLine, steps[1].QuerySelector("[data-testid=command] code")!.TextContent);
        Assert.Null(steps[0].QuerySelector("[data-testid=step-failure]"));
        Assert.Empty(view.FindAll("[data-testid=cancel]"));
        await view.InvokeAsync(() => view.Find("[data-testid=first-error]").ClickAsync(new()));
        view.WaitForAssertion(() => Assert.Equal("2", view.Find(".log-current").GetAttribute("data-line")));
    }

    [Fact]
    public async Task Log_text_is_text_with_its_colours_and_never_markup()
    {
        var run = await Build.RunAsync(Bash("printf '<script>alert(1)</script> \\033[31mred\\033[0m\\n'"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.WaitForElement(".log-text");
        Assert.Equal("1 line", view.Find("[data-testid=log-count]").TextContent);
        Assert.Equal("<script>alert(1)</script> red", view.Find(".log-text").TextContent.Trim());
        Assert.Empty(view.FindAll(".log-row script"));
        Assert.Equal("red", view.Find(".ansi-fg-red").TextContent);
    }

    [Fact]
    public async Task A_running_build_shows_new_lines_and_can_be_cancelled()
    {
        var run = await Build.QueueAsync(Bash("echo first; sleep 0.5; echo second; printf 'at 40%%'; sleep 300"));
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        view.WaitForAssertion(
            () => Assert.Equal(["first", "second", "at 40%"], view.FindAll(".log-text").Select(text => text.TextContent.Trim()), StringComparer.Ordinal));
        await view.InvokeAsync(() => view.Find("[data-testid=cancel]").ClickAsync(new()));
        view.WaitForAssertion(() => Assert.Equal("Cancelled", view.Find("[data-testid=step]").GetAttribute("data-state")));
        view.WaitForAssertion(() => Assert.Empty(view.FindAll("[data-testid=cancel]")));
    }

    [Fact]
    public async Task Search_counts_the_lines_and_marks_the_hits()
    {
        var run = await Build.RunAsync(Bash("seq 30"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.Find("input[aria-label='Search the log']").Input("2");
        view.WaitForAssertion(() => Assert.Equal("1 of 12 lines", view.Find("[data-testid=hits]").TextContent));
        view.WaitForAssertion(() => Assert.Equal("2", view.Find(".log-current").GetAttribute("data-line")));
        await view.InvokeAsync(() => view.Find("button[aria-label='Next hit']").ClickAsync(new()));
        view.WaitForAssertion(() => Assert.Equal("2 of 12 lines", view.Find("[data-testid=hits]").TextContent));
        view.WaitForAssertion(() => Assert.Contains(view.FindAll("mark"), mark => mark.TextContent == "2"));
    }

    [Fact]
    public async Task Hits_come_with_the_lines_that_the_build_writes()
    {
        var go = Path.Combine(Build.Folder, "go");
        var run = await Build.QueueAsync(Bash($"seq 30; while [ ! -e {go} ]; do sleep 0.05; done; seq 31 60; sleep 300"));
        await Build.WaitForLineAsync(run.Id, "30");
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.Find("input[aria-label='Search the log']").Input("2");
        view.WaitForAssertion(() => Assert.Equal("1 of 12 lines", view.Find("[data-testid=hits]").TextContent));
        await System.IO.File.WriteAllTextAsync(go, "");
        view.WaitForAssertion(() => Assert.Equal("1 of 15 lines", view.Find("[data-testid=hits]").TextContent));
        await Build.Service.CancelAsync(run.Id);
    }

    [Fact]
    public async Task A_row_that_shows_the_beginning_of_a_line_says_so_and_leads_to_the_whole()
    {
        var run = await Build.RunAsync(Bash("echo short; head -c 5000 /dev/zero | tr '\\0' x; echo"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.WaitForState(() => view.FindAll(".log-row").Count == 3);
        Assert.Null(view.Find("[data-line='1']").QuerySelector("[data-testid=shortened]"));
        var row = view.Find("[data-line='2']");
        Assert.Equal(4_096, row.QuerySelector(".log-text")!.TextContent.Length);
        Assert.Equal("cut, 5,000 bytes: whole line", row.QuerySelector("[data-testid=shortened]")!.TextContent.Trim());
        Assert.Equal($"runs/{run.Id}/text?first=2&last=2", row.QuerySelector("[data-testid=shortened] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Many_long_lines_at_the_end_that_is_followed_are_cut_shorter_until_the_build_ends()
    {
        var run = await Build.QueueAsync(Bash("for i in $(seq 60); do head -c 5000 /dev/zero | tr '\\0' x; echo; done; sleep 300"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.WaitForAssertion(() => Assert.Equal("cut, 5,000 bytes: whole line", view.Find("[data-line='60'] [data-testid=shortened]").TextContent.Trim()));
        view.WaitForAssertion(() => Assert.Equal(50, view.FindAll("[data-line]").Count));
        Assert.All(view.FindAll("[data-line] .log-text"), text => Assert.Equal(1_024, text.TextContent.Length));
        await Build.Service.CancelAsync(run.Id);
        view.WaitForAssertion(() => Assert.Equal(4_096, view.Find("[data-line='60'] .log-text").TextContent.Length));
    }

    [Fact]
    public async Task A_line_that_is_not_ended_and_too_long_says_so()
    {
        var run = await Build.QueueAsync(Bash("head -c 5000 /dev/zero | tr '\\0' x; sleep 300"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.WaitForAssertion(() => Assert.Equal("cut, 5,000 bytes so far", view.Find("[data-testid=shortened]").TextContent.Trim()));
        await Build.Service.CancelAsync(run.Id);
    }

    [Fact]
    public async Task A_command_that_the_run_filled_in_is_shown_as_planned_too_and_an_old_record_says_that_it_is_not()
    {
        var push = Bash($"echo sha256:{new string('d', 64)} > {RunPaths.Artifacts}/{RunPaths.PushedDigest}", "push");
        var sign = Bash($"echo x@{RunPaths.DigestPlaceholder}", BuildPlanner.SignStepId);
        var run = await Build.RunAsync(push, sign);
        var view = Context.Render<RunSteps>(parameters => parameters.Add(item => item.Run, run));
        Assert.Equal(
            [run.Steps[1].Step.CommandLine, sign.CommandLine],
            view.FindAll("[data-testid=step]")[1].QuerySelectorAll("[data-testid=command] code").Select(code => code.TextContent), StringComparer.Ordinal);
        Assert.Empty(view.FindAll("[data-testid=no-plan]"));
        var old = run with { Steps = [run.Steps[0], run.Steps[1] with { PlannedArguments = null }] };
        Assert.Contains("exactly this one", Context.Render<RunSteps>(parameters => parameters.Add(item => item.Run, old)).Find("[data-testid=no-plan]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_headings_stand_in_the_log_with_state_and_duration()
    {
        var run = await Build.RunAsync(Bash("echo a; echo b", "one"), Bash("echo c", "two"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        view.WaitForAssertion(() => Assert.Equal(
            ["0", "1", "2", "1", "3"],
            view.FindAll(".log-row").Select(row => row.GetAttribute("data-heading") ?? row.GetAttribute("data-line")!), StringComparer.Ordinal));
        Assert.Matches(@"Step 2 of 2 · Run two · Succeeded · [\d.]+ s", view.FindAll(".log-heading")[1].TextContent);
    }

    [Fact]
    public async Task What_changed_since_the_build_before_is_said_in_words()
    {
        await Build.RunAsync([Design("One")], Bash("true"));
        var second = await Build.RunAsync([Design("Two")], Bash("true"));
        var third = await Build.RunAsync([Design("Two")], Bash("true"));
        var changes = Context.Render<RunChanges>(parameters => parameters.Add(item => item.Run, second));
        changes.WaitForAssertion(() => Assert.Contains("Two", changes.Find("[data-testid=run-change]").TextContent, StringComparison.Ordinal));
        changes.WaitForAssertion(() => Assert.Contains("1 change since", changes.Find("summary").TextContent, StringComparison.Ordinal));
        var none = Context.Render<RunChanges>(parameters => parameters.Add(item => item.Run, third));
        none.WaitForAssertion(() => Assert.Contains("is the same", none.Find("summary").TextContent, StringComparison.Ordinal));

        static Veilor.Designer.Core.Bundles.BundleEntry Design(string title) => File("design.toml", Veilor.Designer.Core.Storage.DesignToml.ToText(
            new Veilor.Designer.Core.Design.ImageDesign { Image = new() { Title = title } }));
    }

    [Fact]
    public async Task The_filter_leaves_lines_out_and_says_how_many_are_shown()
    {
        var run = await Build.RunAsync(Bash("echo out; sleep 0.1; echo err >&2; sleep 0.1; echo 'error: out'"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        await view.InvokeAsync(() => view.Find("[data-testid=show-output]").ClickAsync(new()));
        view.WaitForAssertion(() => Assert.Equal(["2"], view.FindAll("[data-line]").Select(row => row.GetAttribute("data-line")!), StringComparer.Ordinal));
        view.WaitForAssertion(() => Assert.Equal("1 of 3 lines", view.Find("[data-testid=log-count]").TextContent));
        Assert.Equal("false", view.Find("[data-testid=show-output]").GetAttribute("aria-pressed"));
        await view.InvokeAsync(() => view.Find("[data-testid=show-output]").ClickAsync(new()));
        await view.InvokeAsync(() => view.Find("[data-testid=log-level]").ChangeAsync(new ChangeEventArgs { Value = "Error" }));
        view.WaitForAssertion(() => Assert.Equal(["3"], view.FindAll("[data-line]").Select(row => row.GetAttribute("data-line")!), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_choices_made_at_once_the_later_counts()
    {
        var run = await Build.RunAsync(Bash("echo out; sleep 0.1; echo err >&2"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run));
        await view.InvokeAsync(() => Task.WhenAll(
            view.Find("[data-testid=log-level]").ChangeAsync(new ChangeEventArgs { Value = "Error" }),
            view.Find("[data-testid=show-output]").ClickAsync(new()),
            view.Find("[data-testid=log-level]").ChangeAsync(new ChangeEventArgs { Value = "Ordinary" })));
        view.WaitForAssertion(() => Assert.Equal(["2"], view.FindAll("[data-line]").Select(row => row.GetAttribute("data-line")!), StringComparer.Ordinal));
        Assert.Equal("false", view.Find("[data-testid=show-output]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_link_names_a_line_and_its_row_is_marked()
    {
        var run = await Build.RunAsync(Bash("seq 30"));
        var view = Context.Render<RunLogView>(parameters => parameters.Add(item => item.Run, run).Add(item => item.Line, 7));
        view.WaitForAssertion(() => Assert.Equal("7", view.Find(".log-current").GetAttribute("data-line")));
        Assert.Equal($"runs/{run.Id}?line=8", view.Find("[data-line='8'] a.log-number").GetAttribute("href"));
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task An_ended_run_can_be_built_again_and_deleted()
    {
        var run = await Build.RunAsync(Bash("echo once"));
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        view.WaitForAssertion(() => Assert.Matches(@"Delete \([\d.]+ KiB\)", view.Find("[data-testid=delete]").TextContent));
        await view.InvokeAsync(() => view.Find("[data-testid=rebuild]").ClickAsync(new()));
        var again = Build.Service.Runs[0];
        Assert.NotEqual(run.Id, again.Id);
        await Build.EndAsync(again.Id);
        await view.InvokeAsync(() => view.Find("[data-testid=delete]").ClickAsync(new()));
        Assert.Null(Build.Service.Find(run.Id));
        Assert.Contains("bootc switch", view.Find("[data-testid=next]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_compared_with_their_checksums_when_they_are_shown()
    {
        var run = await Build.RunAsync(Bash("cd ../artifacts; echo one > one; echo two > two; echo three > three"));
        var folder = Build.Service.ArtifactsFolderOf(run.Id);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "two"), "owt\n");
        System.IO.File.Delete(Path.Combine(folder, "three"));
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        view.WaitForAssertion(() => Assert.Equal(
            ["the checksums themselves", "as it was built", "changed since the build"],
            view.FindAll("[data-testid=proof]").Select(proof => proof.TextContent.Trim()), StringComparer.Ordinal));
        view.WaitForAssertion(() => Assert.Equal(
            "Changed since the build: two. Made by the build and gone: three.", view.Find("[data-testid=proof-broken] .mud-alert-message").TextContent.Trim()));
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task A_boot_whose_disk_is_gone_is_not_booted_again_and_the_page_says_why()
    {
        var disk = Path.Combine(Build.Folder, "disk.qcow2");
        var run = await Build.RunAsync(Bash("") with { Kind = StepKind.Boot, Arguments = ["-c", "true", .. BootCommand.Arguments(disk, new BootMachine(false, 1024, 1))] });
        var view = Context.Render<RunView>(parameters => parameters.Add(item => item.Id, run.Id));
        Assert.Equal("Boot again", view.Find("[data-testid=rebuild]").TextContent.Trim());
        await view.InvokeAsync(() => view.Find("[data-testid=rebuild]").ClickAsync(new()));
        Assert.Contains("disk.qcow2", view.Find("[data-testid=start-problem] [data-testid=check][data-state=Blocking]").TextContent, StringComparison.Ordinal);
        Assert.Single(Build.Service.Runs);
    }

    [Fact]
    public async Task The_panel_says_that_podman_is_missing_and_which_command_installs_it()
    {
        using var folder = new TemporaryFolder();
        var osRelease = Path.Combine(folder.Path, "os-release");
        await System.IO.File.WriteAllTextAsync(osRelease, "ID=fedora\n");
        Context.Services.AddSingleton(_ => new PodmanProbe("no-such-podman", osRelease));
        var panel = Context.Render<BuildPanel>(parameters => parameters.Add(item => item.OnBuild, () => { }));
        Assert.Contains("podman is not installed", panel.WaitForElement("[data-testid=podman-missing]").TextContent, StringComparison.Ordinal);
        Assert.Equal("sudo dnf install -y podman", panel.Find("[data-testid=podman-missing] code").TextContent);
        Assert.True(panel.Find("[data-testid=build]").HasAttribute("disabled"));
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task The_panel_builds_when_nothing_is_in_the_way_and_says_what_is()
    {
        var built = 0;
        IReadOnlyList<string> reasons = ["users: the name is taken"];
        var panel = Context.Render<BuildPanel>(parameters => parameters
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
        await panel.InvokeAsync(() => panel.Find("[data-testid=build]").ClickAsync(new()));
        Assert.Equal(1, built);
    }
}
