using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Veilor.Designer.Tests.Security;

/// <summary>HTTP without a client library between, for request targets that one would normalise.</summary>
public static class RawHttp
{
    /// <summary>Sends a GET for <paramref name="target"/> and returns the answer as it came.</summary>
    public static async Task<string> GetAsync(int port, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
