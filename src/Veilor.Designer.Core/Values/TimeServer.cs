using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A time server as chrony's <c>server</c> and kickstart's <c>timesource --ntp-server</c> take it: a host name, or an
/// address of IPv4 or IPv6 (chrony.conf(5), server).
/// </summary>
public sealed record TimeServer : ITextValue<TimeServer>
{
    private readonly string _text;

    private TimeServer(string text, bool isAddress) => (_text, IsAddress) = (text, isAddress);

    /// <summary>True for an address. The certificate of NTS names a host, so such a server cannot prove who it is.</summary>
    public bool IsAddress { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TimeServer? value, out string error)
    {
        text ??= "";
        if (IsAddressText(text))
        {
            (value, error) = (new TimeServer(text, isAddress: true), "");
            return true;
        }

        value = Hostname.TryParse(text, out _, out error) ? new TimeServer(text, isAddress: false) : null;
        if (value is null && text.Contains(':', StringComparison.Ordinal))
        {
            error = "This is no address of IPv6, and a host name has no colon. Write the server alone, such as time.example.org, 192.0.2.1 or 2001:db8::1.";
        }

        return value is not null;
    }

    public static TimeServer Parse(string text) => TextValue.Parse<TimeServer>(text);

    public override string ToString() => _text;

    /// <summary>True for an address in full: Uri also reads short forms of IPv4 and scopes of IPv6, which are not written so.</summary>
    private static bool IsAddressText(string text) => Uri.CheckHostName(text) switch
    {
        UriHostNameType.IPv4 => text.Split('.') is { Length: 4 } parts && Array.TrueForAll(parts, part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit)),
        UriHostNameType.IPv6 => text.All(character => char.IsAsciiHexDigit(character) || character is ':' or '.'),
        _ => false,
    };
}
