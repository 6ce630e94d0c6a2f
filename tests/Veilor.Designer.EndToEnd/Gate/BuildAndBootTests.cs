using System.Text.Json;
using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Pipeline;

namespace Veilor.Designer.EndToEnd.Gate;

/// <summary>
/// <c>build --boot</c>: the disk that the builder has made is booted in real QEMU as the last step. The installed builder is a script here that
/// hands over a small disk which boots.
/// </summary>
[Collection(PodmanCollection.Name)]
public sealed class BuildAndBootTests(PodmanEnvironment podman, BootImages images) : IClassFixture<BootImages>
{
    [Fact]
    public async Task The_disk_that_was_made_is_booted_to_its_login_and_feeds_the_gate()
    {
        using var tools = new TemporaryFolder();
        var builder = tools.Write("bootc-image-builder", $$"""
            #!/bin/bash
            set -eu
            [ "$1" != --version ] || exit 0
            while [ $# -gt 0 ]; do [ "$1" != --output ] || output=$2; shift; done
            mkdir -p "$output/qcow2"
            cp '{{images.Login}}' "$output/qcow2/disk.qcow2"

            """);
        File.SetUnixFileMode(builder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(types: "\"qcow2\""), ("PATH", $"{tools.Path}:{Environment.GetEnvironmentVariable("PATH")}"));
        var result = await build.RunAsync("--type", "qcow2", "--installed-builder", "--boot", "--no-lint", "--no-smoke", "--no-manifest");
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        using var report = build.Json("boot-boot-disk.json");
        Assert.Equal("reached", report.RootElement.GetProperty("ending").GetString());
        Assert.Contains("loginPrompt", report.RootElement.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("milestone").GetString()), StringComparer.Ordinal);
        Assert.Contains("Linux version", result.StandardOutput, StringComparison.Ordinal);

        // A container build that is not all from the cache lints as well, and then lint.json is there.
        Assert.Equal(build.Made().Select(path => $"{path}: OK"), (await build.CheckSumsAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["boot-boot-disk.json", "qcow2/disk.qcow2"], StringComparer.Ordinal), build.Made().ToHashSet(StringComparer.Ordinal));

        var gate = await build.GateAsync();
        Assert.Equal(3, gate.ExitCode);
        using var board = JsonDocument.Parse(gate.StandardOutput);
        var login = board.RootElement.GetProperty("criteria").EnumerateArray().SelectMany(criterion => criterion.GetProperty("parts").EnumerateArray())
            .Single(part => part.GetProperty("id").GetString() == "first-boot.login");
        Assert.Equal("met", login.GetProperty("state").GetString());
    }
}
