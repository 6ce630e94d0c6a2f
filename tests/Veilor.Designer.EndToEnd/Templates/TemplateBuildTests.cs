using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Downloads;

namespace Veilor.Designer.EndToEnd.Templates;

/// <summary>
/// Every template is exported, built for real on the stand-in base, built again from the cache alone, and looked at from
/// inside. An ordinary run takes two of them, <c>tests/run --full</c> takes all.
/// </summary>
[Collection(PodmanCollection.Name)]
public sealed partial class TemplateBuildTests(PodmanEnvironment podman)
{
    private static readonly string Checks = RepositoryFiles.PathOf("tests", "content");

    public static TheoryData<string> Names => IsFull
        ? [.. Directory.GetDirectories(RepositoryFiles.PathOf("templates")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : ["server-locked", "veilor-os"];

    private static bool IsFull => string.Equals(Environment.GetEnvironmentVariable("VEILOR_TESTS_FULL"), "1", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_template_builds_twice_and_its_image_is_sound(string name)
    {
        using var folder = new TemporaryFolder();
        var bundle = await ExportAsync(name, folder.Path);
        var containerfile = await File.ReadAllTextAsync(Path.Combine(bundle, "Containerfile"));
        await using var downloads = await LocalDownloads.StartAsync();
        var arguments = DownloadArguments(containerfile, downloads);
        var image = $"localhost/veilor-tests/{name}:1";

        await podman.BuildAsync(bundle, image, arguments);
        var first = await IdAsync(image);
        var again = await podman.RunAsync(["build", "--tag", image, .. arguments, bundle]);

        AssertCached(containerfile, again);
        Assert.Equal(first, await IdAsync(image));
        await AssertSmokeTestPassesAsync(bundle, image);
        await AssertSoundAsync(bundle, image, BaseOf(containerfile), folder.Path);
    }

    private static async Task<string> ExportAsync(string name, string folder)
    {
        var bundle = Path.Combine(folder, "bundle");
        var export = await Cli.Wrap(DesignerProcess.Executable).WithArguments(["export", name, "--output", bundle])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(export.IsSuccess, export.StandardOutput + export.StandardError);
        return bundle;
    }

    private static string BaseOf(string containerfile) =>
        containerfile.Split('\n').Single(line => line.StartsWith("FROM ", StringComparison.Ordinal))["FROM ".Length..];

    /// <summary>A program that a template pins by checksum is served by this machine: an archive with one file, where the Containerfile takes it from.</summary>
    private static List<string> DownloadArguments(string containerfile, LocalDownloads downloads)
    {
        var arguments = new List<string>();
        foreach (Match download in DownloadPattern.Matches(containerfile))
        {
            var member = MemberPattern.Match(containerfile[download.Index..]).Groups["member"].Value;
            Assert.NotEqual("", member);
            var file = downloads.AddTarGz($"{download.Groups["name"].Value}.tar.gz", (member, "#!/bin/sh\nexit 0\n"));
            arguments.AddRange(file.BuildArguments(download.Groups["name"].Value));
        }

        return arguments;
    }

    /// <summary>Each step that makes a layer says that it took it from the cache.</summary>
    private static void AssertCached(string containerfile, BufferedCommandResult build)
    {
        var log = build.StandardOutput + build.StandardError;
        Assert.True(build.IsSuccess, log);
        var layers = containerfile.Split('\n').Count(line => line.StartsWith("RUN ", StringComparison.Ordinal) || line.StartsWith("COPY ", StringComparison.Ordinal));
        var steps = StepPattern.Matches(log).Select(step => (Instruction: step.Groups["instruction"].Value, Result: step.Groups["result"].Value)).ToList();
        Assert.Equal(layers, steps.Count);
        Assert.All(steps, step => Assert.True(step.Result.Contains("Using cache", StringComparison.Ordinal), $"{step.Instruction}\n{step.Result}"));
    }

    private async Task<string> IdAsync(string image)
    {
        var inspected = await podman.RunAsync("image", "inspect", "--format", "{{.Id}}", image);
        Assert.True(inspected.IsSuccess, inspected.StandardError);
        return inspected.StandardOutput.Trim();
    }

    /// <summary>The bundle brings a test of its own, which people run on their image.</summary>
    private async Task AssertSmokeTestPassesAsync(string bundle, string image)
    {
        var smoke = await Cli.Wrap(Path.Combine(bundle, "test", "smoke.sh")).WithArguments([image]).WithEnvironmentVariables(podman.Variables)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(smoke.IsSuccess, smoke.StandardOutput + smoke.StandardError);
        Assert.DoesNotContain("FAILED", smoke.StandardOutput, StringComparison.Ordinal);
    }

    private async Task AssertSoundAsync(string bundle, string image, string baseImage, string folder)
    {
        var list = await podman.RunAsync(["run", "--rm", .. Mount(Checks, "/checks"), baseImage, "bash", "/checks/inside-build.sh", "list"]);
        Assert.True(list.IsSuccess, list.StandardError);
        await File.WriteAllTextAsync(Path.Combine(folder, "base.txt"), list.StandardOutput);

        var check = await podman.RunAsync([
            "run", "--rm", "--network", "none", .. Mount(Checks, "/checks"), .. Mount(folder, "/bundle"), image,
            "bash", "/checks/inside-build.sh", "check", "/bundle/base.txt", "/bundle/bundle"]);

        Assert.True(check.IsSuccess, $"exit status {check.ExitCode.ToString(CultureInfo.InvariantCulture)}\n{Failures(check.StandardOutput)}\n{check.StandardError}");
        Assert.True(check.StandardOutput.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)) >= 15, check.StandardOutput);
    }

    private static string Failures(string output) =>
        string.Join('\n', output.Split('\n').Where(line => line.StartsWith("not ok ", StringComparison.Ordinal)));

    private static string[] Mount(string source, string target) => ["--volume", $"{source}:{target}:ro", "--security-opt", "label=disable"];

    [GeneratedRegex("^ARG (?<name>[A-Z0-9_]+)_URL=", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DownloadPattern { get; }

    [GeneratedRegex("""tar --extract --file "\$work/download" --directory "\$work" (?<member>\S+);""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MemberPattern { get; }

    /// <summary>podman prints a step and, on the next line that begins with an arrow, what became of it.</summary>
    [GeneratedRegex(@"^STEP [0-9]+/[0-9]+: (?<instruction>(RUN|COPY) [^\n]*)\n(?<result>(?!STEP )[^\n]*)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StepPattern { get; }
}
