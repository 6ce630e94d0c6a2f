using System.Text.Json;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

public sealed class GateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GateCommandTests()
    {
        Directory.CreateDirectory(_folder.Of("design"));
        File.WriteAllText(_folder.Of("design", "design.toml"), "format = 1\n[image]\nname = \"gate-sample\"\n");
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProcessOutcome> GateAsync(params string[] arguments) =>
        DesignerProcess.RunAsync(["gate", _folder.Of("design"), "--workspace", _folder.Of("workspace"), .. arguments]);

    [Fact]
    public async Task A_new_design_is_undecided_and_nothing_is_written()
    {
        var outcome = await GateAsync();
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("verdict: open", outcome.OutputLines, StringComparer.Ordinal);
        Assert.False(File.Exists(_folder.Of("design", "gate.toml")));
    }

    [Fact]
    public async Task A_tick_needs_evidence_and_a_part_that_exists()
    {
        Assert.Equal(2, (await GateAsync("--met", "install.completes")).ExitCode);
        var unknown = await GateAsync("--met", "install.everything", "--evidence", "seen");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("install.completes", unknown.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Of("design", "gate.toml")));
    }

    [Fact]
    public async Task A_tick_is_kept_shown_and_taken_back()
    {
        var ticked = await GateAsync("--met", "install.completes", "--evidence", "installed", "--link", "https://example.org/1", "--file", "a.png", "--format", "json");
        Assert.Equal(3, ticked.ExitCode);
        using var board = JsonDocument.Parse(ticked.Output);
        var part = board.RootElement.GetProperty("criteria")[4].GetProperty("parts")[0];
        Assert.Equal("met", part.GetProperty("state").GetString());
        Assert.Equal(("installed", "https://example.org/1", "a.png"), (
            part.GetProperty("evidence").GetProperty("text").GetString(),
            part.GetProperty("evidence").GetProperty("link").GetString(),
            part.GetProperty("evidence").GetProperty("file").GetString()));
        var back = await GateAsync("--withdraw", "install.completes");
        Assert.Contains(back.OutputLines, line => line.Contains("open      install.completes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unfixable_risk_fails_the_gate_and_gives_an_issue()
    {
        var outcome = await GateAsync("--risk", "10", "--state", "unfixable", "--note", "kargs are gone", "--reproducer", "cat /proc/cmdline", "--issues", _folder.Of("issues"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("verdict: fail", outcome.OutputLines, StringComparer.Ordinal);
        var issue = await File.ReadAllTextAsync(_folder.Of("issues", "risk-10.md"), TestContext.Current.CancellationToken);
        Assert.Contains("kargs are gone", issue, StringComparison.Ordinal);
        Assert.Contains("```sh\ncat /proc/cmdline\n```", issue, StringComparison.Ordinal);
        Assert.Equal(2, (await GateAsync("--risk", "11", "--state", "open")).ExitCode);
    }

    [Fact]
    public async Task Shipping_both_with_both_files_kept_ends_with_0()
    {
        Gates.ShippedFiles.WriteIso(_folder.Of("a.iso"));
        Gates.ShippedFiles.WriteQcow2(_folder.Of("b.qcow2"));
        Assert.Equal(3, (await GateAsync("--ship", "both", "--keep-bootc", _folder.Of("b.qcow2"))).ExitCode);
        var both = await GateAsync("--keep-anaconda", _folder.Of("a.iso"));
        Assert.Equal(0, both.ExitCode);
        Assert.Contains("verdict: hybrid", both.OutputLines, StringComparer.Ordinal);
        Assert.True(File.Exists(_folder.Of("workspace", "kept", "gate-sample", "anaconda", "a.iso")));
    }

    [Fact]
    public async Task What_is_no_artefact_or_is_the_other_one_is_not_kept()
    {
        await File.WriteAllTextAsync(_folder.Of("raw.log"), "STEP 1/2\n", TestContext.Current.CancellationToken);
        Gates.ShippedFiles.WriteIso(_folder.Of("a.iso"));
        Gates.ShippedFiles.WriteQcow2(_folder.Of("b.qcow2"));
        Assert.Contains("no disk image, ISO or archive", (await GateAsync("--keep-bootc", _folder.Of("raw.log"))).Error, StringComparison.Ordinal);
        Assert.Contains("no ISO", (await GateAsync("--keep-anaconda", _folder.Of("b.qcow2"))).Error, StringComparison.Ordinal);
        Assert.Equal(3, (await GateAsync("--ship", "both", "--keep-bootc", _folder.Of("a.iso"))).ExitCode);
        var same = await GateAsync("--keep-anaconda", _folder.Of("a.iso"));
        Assert.Equal(2, same.ExitCode);
        Assert.Contains("same file is kept as the other", same.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_put_aside_when_one_of_two_files_cannot_be_kept()
    {
        Gates.ShippedFiles.WriteIso(_folder.Of("a.iso"));
        Gates.ShippedFiles.WriteQcow2(_folder.Of("b.qcow2"));
        var outcome = await GateAsync("--keep-bootc", _folder.Of("a.iso"), "--keep-anaconda", _folder.Of("b.qcow2"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("b.qcow2 could not be kept: ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("workspace", "kept", "gate-sample", "bootc")));
    }

    [Fact]
    public async Task Every_criterion_ticked_is_a_pass()
    {
        var open = await GateAsync("--format", "json");
        using var board = JsonDocument.Parse(open.Output);
        var parts = board.RootElement.GetProperty("criteria").EnumerateArray().SelectMany(criterion => criterion.GetProperty("parts").EnumerateArray())
            .Where(part => part.GetProperty("state").GetString() != "notAsked").Select(part => part.GetProperty("id").GetString()!).ToList();
        foreach (var part in parts)
        {
            await GateAsync("--met", part, "--evidence", "seen");
        }

        var outcome = await GateAsync();
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("verdict: pass", outcome.OutputLines, StringComparer.Ordinal);
    }
}
