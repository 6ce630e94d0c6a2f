using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Veilor.Designer.Security;

/// <summary>
/// The secrets that let a browser in, made anew at each start. The token travels in a URL that a person or the
/// browser launcher opens; the cookie value is another secret, so a URL seen later does not give the cookie away.
/// </summary>
public sealed class BrowserAccess
{
    /// <summary>The name of the query parameter that carries the token.</summary>
    public const string TokenParameter = "token";

    private const int SecretBytes = 32;
    private readonly byte[] _token;
    private readonly byte[] _cookie;
    private byte[]? _launchToken;

    private BrowserAccess(string token, string launchToken, string cookie, int port)
    {
        Token = token;
        LaunchToken = launchToken;
        CookieValue = cookie;
        CookieName = string.Create(CultureInfo.InvariantCulture, $"veilor-designer-{port}");
        _token = Encoding.UTF8.GetBytes(token);
        _launchToken = Encoding.UTF8.GetBytes(launchToken);
        _cookie = Encoding.UTF8.GetBytes(cookie);
    }

    /// <summary>The token to print: 256 random bits as base64url. It works until the process ends.</summary>
    public string Token { get; }

    /// <summary>
    /// The token for the browser launcher. It works once, because arguments of a running process can be read by every
    /// user of the machine.
    /// </summary>
    public string LaunchToken { get; }

    /// <summary>Cookies ignore ports, so the port is part of the name: two servers do not log each other out.</summary>
    public string CookieName { get; }

    public string CookieValue { get; }

    public static BrowserAccess Generate(int port) => new(NewSecret(), NewSecret(), NewSecret(), port);

    /// <summary>True when <paramref name="token"/> lets its bearer in. A launch token is used up by this.</summary>
    public bool Redeem(string? token)
    {
        if (token is null)
            return false;
        var given = Encoding.UTF8.GetBytes(token);
        if (CryptographicOperations.FixedTimeEquals(given, _token))
            return true;
        var launch = Volatile.Read(ref _launchToken);
        return launch is not null
            && CryptographicOperations.FixedTimeEquals(given, launch)
            && Interlocked.CompareExchange(ref _launchToken, null, launch) == launch;
    }

    public bool IsCookie(string? value) =>
        value is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), _cookie);

    /// <summary>The address that lets a browser in.</summary>
    public static Uri EntryUrl(Uri root, string token) => new(root, $"?{TokenParameter}={token}");

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
}
