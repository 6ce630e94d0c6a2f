using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Veilor.Designer.EndToEnd.App;

/// <summary>
/// The built program, serving as a person would start it: its own process, a port that is free, a workspace of the test's.
/// The workspace belongs to the caller, so that a second process can find what the first one left.
/// </summary>
public sealed partial class DesignerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopTime = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DesignerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Exited += (_, _) => _url.TrySetException(new InvalidOperationException("The program ended before it printed its address."));
    }

    /// <summary>The program of this build's configuration, beside its content and static files.</summary>
    public static string Executable { get; } =
        RepositoryFiles.PathOf("src", "Veilor.Designer", "bin", Configuration, "net10.0", "veilor-designer");

    /// <summary>The address that the program printed, with the browser token.</summary>
    public Uri Url => _url.Task.IsCompletedSuccessfully ? _url.Task.Result : throw new InvalidOperationException("The program has not printed its address.");

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Everything printed so far, standard error too.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The tests' own output folder is <c>bin/CONFIGURATION/net10.0</c>, built together with the program.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Starts the program and waits until it has printed its address.</summary>
    /// <param name="workspace">The folder for designs and runs.</param>
    /// <param name="environment">Variables to set, or to remove by null; <see cref="Containers.PodmanEnvironment.Variables"/> makes it build with the tests' podman.</param>
    /// <param name="arguments">Further arguments of <c>serve</c>.</param>
    /// <exception cref="InvalidOperationException">It ended or took too long; the message has what it printed.</exception>
    public static Task<DesignerProcess> StartAsync(string workspace, IReadOnlyDictionary<string, string?>? environment = null, params IEnumerable<string> arguments)
    {
        var start = ServeFrom(Executable, workspace, arguments);
        start.WorkingDirectory = workspace;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            start.Environment[name] = value;
        return StartAsync(start);
    }

    /// <summary>Starts the program at a port of its own, which an earlier one may have had, as a person who starts it again does.</summary>
    public static Task<DesignerProcess> StartAtAsync(string workspace, int port)
    {
        var start = ServeFrom(Executable, workspace, [], port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        start.WorkingDirectory = workspace;
        return StartAsync(start);
    }

    /// <summary>Starts a program that was published, with a working directory that has nothing of it.</summary>
    /// <param name="executable">The published program.</param>
    /// <param name="workspace">The folder for designs and runs.</param>
    /// <param name="directory">The working directory.</param>
    public static Task<DesignerProcess> StartPublishedAsync(string executable, string workspace, string directory)
    {
        var start = ServeFrom(executable, workspace, []);
        start.WorkingDirectory = directory;
        return StartAsync(start);
    }

    /// <summary>Starts the program through other programs, such as one that changes the user.</summary>
    /// <param name="command">Makes the command of the arguments.</param>
    /// <param name="workspace">The folder for designs and runs.</param>
    internal static Task<DesignerProcess> StartByAsync(Func<IEnumerable<string>, CliWrap.Command> command, string workspace)
    {
        var start = ServeFrom(Executable, workspace, []);
        var made = command(start.ArgumentList);
        (start.FileName, start.Arguments) = (made.TargetFilePath, made.Arguments);
        start.ArgumentList.Clear();
        return StartAsync(start);
    }

    private static ProcessStartInfo ServeFrom(string executable, string workspace, IEnumerable<string> arguments, string? port = null) =>
        new(executable, ["serve", "--port", port ?? "0", "--no-browser", "--workspace", workspace, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

    private static async Task<DesignerProcess> StartAsync(ProcessStartInfo start)
    {
        var program = new DesignerProcess(start);
        program._process.Start();
        program._process.StandardInput.Close();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        try
        {
            await program._url.Task.WaitAsync(StartTime);
            return program;
        }
        catch (Exception problem) when (problem is InvalidOperationException or TimeoutException)
        {
            await program.DisposeAsync();
            throw new InvalidOperationException($"{problem.Message}\n{start.FileName} printed:\n{program.Output}", problem);
        }
    }

    /// <summary>Asks the program to end, as Ctrl+C does, and waits; returns its exit status.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(StopTime);
        return _process.ExitCode;
    }

    /// <summary>Ends the program at once, as a crash or a power cut would; its children live on.</summary>
    public async Task CrashAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>The one place that knows how the program announces itself.</summary>
    [GeneratedRegex(@"http://localhost:[0-9]+/\?token=[^\s""']+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex AddressPattern { get; }

    private void Append(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        var address = AddressPattern.Match(line);
        if (address.Success)
            _url.TrySetResult(new Uri(address.Value));
    }
}
