using System.Text.Json;
using Veilor.Designer.CommandLine;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>The commands that read a design, as the real executable does them, without a server.</summary>
public sealed class DesignCommandsTests : IDisposable
{
    private const string Template = "veilor-os";

    /// <summary>A design that dnf would undo: one package in both lists (VD2001).</summary>
    private const string WithError =
        "format = 1\n[image]\nname = \"mine\"\n[packages]\ninstall = [\"vim-enhanced\"]\nremove = [\"vim-enhanced\"]\n";

    private const string WithoutError = "format = 1\n[image]\nname = \"mine\"\n[packages]\ninstall = [\"vim-enhanced\"]\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Templates_are_listed_one_a_line_with_their_purpose()
    {
        var outcome = await DesignerProcess.RunAsync("templates");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Error);
        Assert.Contains(outcome.OutputLines, line => line.StartsWith("veilor-os  A ", StringComparison.Ordinal)
            || line.StartsWith("veilor-os   ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_listed_template_can_be_checked_and_has_no_error()
    {
        var templates = await DesignerProcess.RunAsync("templates");

        Assert.NotEmpty(templates.OutputLines);
        foreach (var name in templates.OutputLines.Select(line => line.Split(' ')[0]))
        {
            var outcome = await DesignerProcess.RunAsync("check", name);
            Assert.True(outcome.ExitCode == 0, $"{name}: {outcome.Output}{outcome.Error}");
            Assert.StartsWith("0 errors, ", outcome.OutputLines[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_ends_the_check_with_1_and_says_field_reason_and_fix()
    {
        var outcome = await DesignerProcess.RunAsync("check", Design("broken", WithError));

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("error VD2001 packages.remove[vim-enhanced]: ", outcome.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("    fix: Do not remove vim-enhanced", outcome.OutputLines[1]);
        Assert.StartsWith("1 error, ", outcome.OutputLines[^1], StringComparison.Ordinal);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task Warnings_alone_end_the_check_with_0()
    {
        var design = Design("warned", WithoutError + "[kernel]\narguments = [{ argument = \"slub_debug=FZP\" }]\n");

        var outcome = await DesignerProcess.RunAsync("check", design, "--format", "json");

        using var report = JsonDocument.Parse(outcome.OutputBytes);
        Assert.NotEqual(0, report.RootElement.GetProperty("warnings").GetInt32());
        Assert.Equal(0, report.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void A_base_whose_updates_end_is_told_by_the_day_and_holds_nothing_back()
    {
        var folder = new CommandContext(Stream.Null, TextWriter.Null).Reader.Read(Design("old", WithoutError.Replace("name = \"mine\"", "name = \"mine\"\nbase = \"quay.io/fedora/fedora-bootc:43\"", StringComparison.Ordinal)));

        var early = DesignReport.Of(folder, new DateOnly(2026, 6, 1));
        var late = DesignReport.Of(folder, new DateOnly(2026, 12, 10));

        Assert.DoesNotContain(early.Problems, problem => problem.Code is null);
        var told = Assert.Single(late.Problems, problem => problem.Code is null);
        Assert.Equal((DiagnosticSeverity.Warning, "image.base", "Build on Fedora 44"), (told.Severity, told.Path, told.Fix));
        Assert.StartsWith("Fedora 43 has had no updates since 9 December 2026.", told.Message, StringComparison.Ordinal);
        Assert.Equal(early.HasErrors, late.HasErrors);
    }

    [Fact]
    public async Task The_json_report_says_what_the_text_says()
    {
        var design = Design("broken", WithError);
        var text = await DesignerProcess.RunAsync("check", design);
        var json = await DesignerProcess.RunAsync("check", design, "--format", "json");

        Assert.Equal(1, json.ExitCode);
        using var report = JsonDocument.Parse(json.OutputBytes);
        var problems = report.RootElement.GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal(1, report.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal(
            text.OutputLines[..^1].Where(line => !line.StartsWith(' ')),
            problems.Select(problem =>
                $"{problem.GetProperty("severity")}{(problem.GetProperty("code").GetString() is { } code ? " " + code : "")} {problem.GetProperty("path")}: {problem.GetProperty("message")}"),
            StringComparer.Ordinal);
        Assert.Equal("Do not remove vim-enhanced", problems[0].GetProperty("fix").GetString());
    }

    [Fact]
    public async Task A_file_that_cannot_go_into_a_bundle_is_an_error()
    {
        var design = Design("linked", WithoutError);
        Directory.CreateDirectory(Path.Combine(design, "overlay"));
        File.CreateSymbolicLink(Path.Combine(design, "overlay", "passwd"), "/etc/passwd");

        var outcome = await DesignerProcess.RunAsync("check", design);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("error overlay/passwd: It is a symbolic link.", outcome.OutputLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("render")]
    [InlineData("export", "--output", "never")]
    public async Task A_design_that_cannot_be_read_is_told_with_line_and_column_and_left_alone(params string[] command)
    {
        const string text = "format = 1\n[image]\nnaem = \"mine\"\n";
        var design = Design("unreadable", text);

        var outcome = await DesignerProcess.RunInAsync(_folder.Path, [.. command, "unreadable"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("unreadable/design.toml: line 3, column ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(design, "design.toml")));
        Assert.Equal([design], Directory.GetFileSystemEntries(_folder.Path), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "veilor-os", "--format", "yaml")]
    [InlineData("check", "veilor-os", "--format")]
    [InlineData("check", "veilor-os", "minimal")]
    [InlineData("check", "no-such-design")]
    [InlineData("check", "")]
    [InlineData("render")]
    [InlineData("render", "veilor-os", "--document", "no-such-file")]
    [InlineData("render", "veilor-os", "--document")]
    [InlineData("export", "veilor-os")]
    [InlineData("export", "veilor-os", "--output", "")]
    [InlineData("export", "--output", "never")]
    [InlineData("templates", "veilor-os")]
    [InlineData("--port", "0", "templates")]
    public async Task A_missing_or_wrong_argument_is_a_message_and_status_2(params string[] arguments)
    {
        var outcome = await DesignerProcess.RunInAsync(_folder.Path, arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.NotEmpty(outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task An_existing_path_wins_over_a_templates_name()
    {
        Design(Template, WithoutError);

        var here = await DesignerProcess.RunInAsync(_folder.Path, "render", Template, "--document", "design.toml");
        var elsewhere = await DesignerProcess.RunInAsync("/", "render", Template, "--document", "design.toml");

        Assert.Contains("name = \"mine\"", here.Output, StringComparison.Ordinal);
        Assert.Contains("name = \"veilor-os\"", elsewhere.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_and_its_design_file_are_the_same_design()
    {
        var design = Design("mine", WithoutError);
        Directory.CreateDirectory(Path.Combine(design, "overlay", "etc"));
        await File.WriteAllTextAsync(Path.Combine(design, "overlay", "etc", "issue"), "Hello\n");

        var folder = await DesignerProcess.RunAsync("render", design);
        var file = await DesignerProcess.RunAsync("render", Path.Combine(design, "design.toml"));

        Assert.Equal(0, folder.ExitCode);
        Assert.Equal(folder.Output, file.Output);
        Assert.Contains("overlay/etc/issue", folder.OutputLines, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_control_character_in_a_name_does_not_reach_the_terminal()
    {
        var outcome = await DesignerProcess.RunAsync("check", "no\u001b[2Jsuch");

        Assert.Equal(2, outcome.ExitCode);
        Assert.DoesNotContain('\u001b', outcome.Error);
    }

    private string Design(string name, string text)
    {
        Directory.CreateDirectory(_folder.Of(name));
        File.WriteAllText(_folder.Of(name, "design.toml"), text);
        return _folder.Of(name);
    }
}
