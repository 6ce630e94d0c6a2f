using System.Net;
using System.Net.Sockets;

namespace Veilor.Designer.Hosting;

/// <summary>
/// Listening sockets on one port of 127.0.0.1 and [::1]. They are taken before the server is built, so that a free
/// port is the same on both addresses and stays ours from the moment it is chosen.
/// </summary>
public sealed class LoopbackSockets : IDisposable
{
    private const int Backlog = 512;
    private const int AttemptsForAFreePort = 20;
    private readonly List<Socket> _sockets;

    private LoopbackSockets(List<Socket> sockets) => _sockets = sockets;

    public int Port => EndPoints[0].Port;

    /// <summary>127.0.0.1 first; [::1] follows on machines that have IPv6.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints => [.. _sockets.Select(socket => (IPEndPoint)socket.LocalEndPoint!)];

    /// <summary>Listens on both addresses.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <exception cref="PortUnavailableException">The port is taken on one of them, or needs more rights.</exception>
    public static LoopbackSockets Listen(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var sockets = new List<Socket>();
            try
            {
                sockets.Add(Listen(new IPEndPoint(IPAddress.Loopback, port)));
                var chosen = ((IPEndPoint)sockets[0].LocalEndPoint!).Port;
                try
                {
                    sockets.Add(Listen(new IPEndPoint(IPAddress.IPv6Loopback, chosen)));
                }
                catch (SocketException e) when (IsWithoutIPv6(e))
                {
                    // 127.0.0.1 is enough: localhost falls back to it.
                }
                return new LoopbackSockets(sockets);
            }
            catch (SocketException e)
            {
                sockets.ForEach(socket => socket.Dispose());
                var isTaken = e.SocketErrorCode is SocketError.AddressAlreadyInUse;
                if (!isTaken || port != 0 || attempt == AttemptsForAFreePort)
                    throw Unavailable(port, e);
            }
        }
    }

    /// <summary>The socket that listens on <paramref name="endPoint"/>, for the server to accept from.</summary>
    public Socket Of(EndPoint endPoint) => _sockets.Single(socket => endPoint.Equals(socket.LocalEndPoint));

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private static Socket Listen(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            // Bind alone does not keep others off the port: two sockets may be bound until one of them listens.
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsWithoutIPv6(SocketException e) => e.SocketErrorCode
        is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported;

    private static PortUnavailableException Unavailable(int port, SocketException e) => new(e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"Port {port} is taken by another program. Choose another one with --port, or --port 0 for a free one.",
        SocketError.AccessDenied =>
            $"Port {port} may only be used by root. Choose one above 1023 with --port.",
        _ => $"Port {port} cannot be used: {e.Message}.",
    }, e);
}
