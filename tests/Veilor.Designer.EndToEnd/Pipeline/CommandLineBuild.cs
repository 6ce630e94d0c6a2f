using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Containers;

namespace Veilor.Designer.EndToEnd.Pipeline;

/// <summary>The real program building a design on the command line, in a workspace of its own.</summary>
internal sealed class CommandLineBuild : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _variables;

    /// <param name="podman">Where images are kept.</param>
    /// <param name="design">The text of the design.</param>
    /// <param name="variables">Further variables of its environment.</param>
    public CommandLineBuild(PodmanEnvironment podman, string design, params (string Name, string Value)[] variables)
    {
        _variables = new Dictionary<string, string?>(podman.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            _variables[name] = value;
        _folder.Write("design/design.toml", design);
    }

    /// <summary>The folder <c>artifacts/</c> of the only run.</summary>
    public string Artifacts => Path.Combine(Directory.GetDirectories(Path.Combine(_folder.Path, "workspace", "runs")).Single(), "artifacts");

    /// <summary>Runs <c>build</c> to its end.</summary>
    public async Task<BufferedCommandResult> RunAsync(params IEnumerable<string> arguments) => await Command(arguments).ExecuteBufferedAsync();

    /// <summary>Runs <c>build</c>, sends SIGINT as Ctrl+C does when a line was printed, and waits for the end.</summary>
    public async Task<CommandResult> InterruptAsync(string line, params IEnumerable<string> arguments)
    {
        var seen = new TaskCompletionSource();
        var output = new StringBuilder();
        var run = Command(arguments)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(text =>
            {
                output.AppendLine(text);
                if (text == line)
                    seen.TrySetResult();
            }))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(text => output.AppendLine(text)))
            .ExecuteAsync();
        var first = await Task.WhenAny(seen.Task, run.Task);
        Assert.True(first == seen.Task, $"The build ended before it printed '{line}':\n{output}");
        using (var kill = Process.Start("kill", ["-INT", run.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        return await run;
    }

    /// <summary>The decision gate of the design as JSON.</summary>
    public async Task<BufferedCommandResult> GateAsync() => await Cli.Wrap(DesignerProcess.Executable)
        .WithArguments(["gate", Path.Combine(_folder.Path, "design"), "--workspace", Path.Combine(_folder.Path, "workspace"), "--format", "json"])
        .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();

    /// <summary>What the real sha256sum says of each file of the run.</summary>
    public async Task<IReadOnlyList<string>> CheckSumsAsync()
    {
        var check = await Cli.Wrap("sha256sum").WithArguments(["--check", "--strict", "SHA256SUMS"]).WithWorkingDirectory(Artifacts)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(check.ExitCode == 0, check.StandardOutput + check.StandardError);
        return check.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What the run made, each as a path from its artifacts, in order; without the list of checksums itself.</summary>
    public IReadOnlyList<string> Made() => [.. Directory.GetFiles(Artifacts, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Artifacts, path)).Where(path => path != "SHA256SUMS").Order(StringComparer.Ordinal)];

    public JsonDocument Json(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Artifacts, name)));

    public void Dispose() => _folder.Dispose();

    private Command Command(IEnumerable<string> arguments) =>
        Cli.Wrap(DesignerProcess.Executable)
            .WithArguments(["build", Path.Combine(_folder.Path, "design"), "--workspace", Path.Combine(_folder.Path, "workspace"), .. arguments])
            .WithEnvironmentVariables(_variables)
            .WithValidation(CommandResultValidation.None);
}
