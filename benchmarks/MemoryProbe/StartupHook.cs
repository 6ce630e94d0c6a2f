using System.Globalization;
using System.Net.Sockets;
using System.Runtime;

/// <summary>
/// Tells a benchmark how much memory a program holds after a full garbage collection, over a Unix socket. The runtime
/// loads it into the program before its Main when DOTNET_STARTUP_HOOKS names it, so the program itself needs no
/// endpoint for it. The runtime wants this class without a namespace.
/// </summary>
#pragma warning disable MA0047, CA1050
internal static class StartupHook
#pragma warning restore MA0047, CA1050
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("VEILOR_MEMORY_SOCKET") is { Length: > 0 } path)
        {
            new Thread(() => Answer(path)) { IsBackground = true, Name = "memory probe" }.Start();
        }
    }

    private static void Answer(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var client = listener.Accept();
            for (var i = 0; i < 3; i++)
            {
                GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            client.Send(System.Text.Encoding.ASCII.GetBytes(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
