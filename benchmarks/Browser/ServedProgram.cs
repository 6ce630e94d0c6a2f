using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>A published program that serves pages, from its start to its end.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string _memorySocket;

    private ServedProgram(Process process, string memorySocket, DateTimeOffset startedAt)
    {
        _process = process;
        _memorySocket = memorySocket;
        StartedAt = startedAt;
    }

    /// <summary>When the process was made.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The address that it printed, with what lets a browser in.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The memory of the process that is in RAM, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the designer on a workspace.</summary>
    /// <param name="workspace">The folder for designs and runs.</param>
    /// <param name="path">Folders that come before those of PATH, separated by colons.</param>
    public static Task<ServedProgram> DesignerAsync(string workspace, string path = "") =>
        StartAsync(Path.Combine(Artifacts.Designer, "veilor-designer"), ["serve", "--no-browser", "--port", FreePort(), "--workspace", workspace], workspace, path);

    /// <summary>Starts the empty echo page.</summary>
    public static Task<ServedProgram> EchoAsync(string folder) =>
        StartAsync(Path.Combine(Artifacts.Echo, "Veilor.Designer.Benchmarks.EchoPage"), ["--urls", "http://127.0.0.1:" + FreePort()], folder);

    /// <summary>The bytes that are in use on the managed heap after a full collection.</summary>
    public async Task<long> HeapBytesAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_memorySocket));
        var answer = new byte[32];
        var length = await socket.ReceiveAsync(answer);
        return long.Parse(System.Text.Encoding.ASCII.GetString(answer, 0, length), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        File.Delete(_memorySocket);
    }

    private static async Task<ServedProgram> StartAsync(string executable, IEnumerable<string> arguments, string folder, string path = "")
    {
        var socket = Path.Combine(Path.GetTempPath(), $"veilor-memory-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo(executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = Artifacts.MemoryProbe;
        start.Environment["VEILOR_MEMORY_SOCKET"] = socket;
        start.Environment["DOTNET_gcServer"] = "0";
        if (path.Length > 0)
        {
            start.Environment["PATH"] = $"{path}:{Environment.GetEnvironmentVariable("PATH")}";
        }

        var startedAt = DateTimeOffset.UtcNow;
        var program = new ServedProgram(Process.Start(start)!, socket, startedAt);
        var line = await program._process.StandardOutput.ReadLineAsync().WaitAsync(StartTime);
        program.Url = new Uri(line ?? throw new InvalidOperationException($"{executable} ended without an address."));
        return program;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
