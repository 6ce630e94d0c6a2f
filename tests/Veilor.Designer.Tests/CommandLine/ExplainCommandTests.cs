using System.Text.Json;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_known_failure_is_told_with_cause_field_and_command()
    {
        var log = Write("build.log", "STEP 2/2: RUN dnf -y install htpo\nNo match for argument: htpo\nError: building at STEP \"RUN dnf -y install htpo\": while running runtime: exit status 1\n");
        var outcome = await DesignerProcess.RunAsync("explain", log);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("line 2: No match for argument: htpo", outcome.OutputLines[0]);
        Assert.Contains("field: packages.install", outcome.OutputLines, StringComparer.Ordinal);
        Assert.Contains(outcome.OutputLines, line => line.StartsWith("what to do: Did you mean htop or httpd?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_design_the_entry_is_named()
    {
        var log = Write("build.log", "No match for argument: htpo\n");
        var design = Write("design.toml", "format = 1\n[packages]\ninstall = [\"htpo\"]\n");
        var outcome = await DesignerProcess.RunAsync("explain", log, "--design", design, "--format", "json");
        using var answer = JsonDocument.Parse(string.Join('\n', outcome.OutputLines));
        Assert.Equal("packages.install[htpo]", answer.RootElement.GetProperty("field").GetString());
        Assert.Equal("package-not-found", answer.RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_unknown_failure_shows_its_first_error_and_ends_with_1()
    {
        var outcome = await DesignerProcess.RunAsync("explain", Write("build.log", "working\nit failed in a new way\nmore\n"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("line 2: it failed in a new way", outcome.OutputLines[0]);
    }

    [Fact]
    public async Task An_unknown_failure_is_that_of_the_instruction_that_failed()
    {
        var outcome = await DesignerProcess.RunAsync("explain", Write("build.log", "STEP 2/3: RUN a\nan error that was overcome\nSTEP 3/3: RUN make\nmake: *** Error 2\n"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("line 4: make: *** Error 2 (in STEP 3/3: RUN make)", outcome.OutputLines[0]);
    }

    [Fact]
    public async Task Colours_and_progress_do_not_hide_the_cause()
    {
        var outcome = await DesignerProcess.RunAsync("explain", Write("build.log", "10%\r20%\r\u001b[31mwrite /x: no space left on device\u001b[0m\r\n"));
        Assert.Contains("known as: no-space", outcome.OutputLines, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_wrong_argument() =>
        Assert.Equal(2, (await DesignerProcess.RunAsync("explain", Path.Combine(_folder.Path, "none"))).ExitCode);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
