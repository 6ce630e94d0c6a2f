using System.Net;
using System.Net.Sockets;

namespace Veilor.Designer.EndToEnd.App;

/// <summary>
/// A port of 127.0.0.1 for a server that has to be told one. It lies below those that the kernel gives away by itself (ip(7),
/// <c>ip_local_port_range</c>), so that no connection gets it by chance before the server starts, or while it is away.
/// </summary>
internal static class FreePort
{
    private const int First = 12_000;
    private const int Last = 30_000;

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
