using System.Globalization;

namespace Veilor.Designer.Security;

/// <summary>
/// The names under which this process may be asked for: the loopback names with its own port, nothing else.
/// A page that points its own host name at 127.0.0.1 (DNS rebinding) is told apart by this list.
/// </summary>
public sealed class ServedAddress
{
    private const int HttpDefaultPort = 80;
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <param name="port">The TCP port that is listened on, 1 to 65535.</param>
    public ServedAddress(int port)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        Port = port;
        // Browsers leave the default port out of the Host and Origin headers.
        var suffix = port == HttpDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{port}");
        Hosts = [.. LoopbackNames.Select(name => name + suffix)];
        Root = new Uri($"http://{Hosts[0]}/");
    }

    public int Port { get; }

    /// <summary>The accepted values of the <c>Host</c> header.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>The address to tell people: <c>http://localhost:PORT/</c>.</summary>
    public Uri Root { get; }

    /// <summary>True when <paramref name="host"/> is one of <see cref="Hosts"/>; host names ignore case.</summary>
    public bool IsHost(string? host) => host is not null && Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>The origin of a page that was loaded from <paramref name="host"/>.</summary>
    public static string OriginOf(string host) => $"http://{host}";
}
