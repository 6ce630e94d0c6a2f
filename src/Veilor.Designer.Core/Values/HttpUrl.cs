using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// An absolute <c>https</c> or <c>http</c> address, kept as entered: dnf variables such as <c>$basearch</c> stay.
/// Characters are those of RFC 3986; a user name or password inside the address is refused, because it would be
/// readable in the exported files.
/// </summary>
public sealed record HttpUrl : ITextValue<HttpUrl>
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%");

    private readonly string _text;

    private HttpUrl(string text) => _text = text;

    public bool IsHttps => _text.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host name, without the port.</summary>
    public string Host => new Uri(_text).Host;

    /// <summary>The last part of the path: the name a download is saved under; empty when the path ends with a slash.</summary>
    public string FileName
    {
        get
        {
            var path = new Uri(_text).AbsolutePath;
            return path[(path.LastIndexOf('/') + 1)..];
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out HttpUrl? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new HttpUrl(text) : null;
        return value is not null;
    }

    public static HttpUrl Parse(string text) => TextValue.Parse<HttpUrl>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return "The address is empty. Write for example https://example.org/file.tar.gz.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"An address cannot contain {character}. Write it percent-encoded, such as %20 for a space.";
        }

        if (!text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return "An address starts with https:// or http://.";
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return "This is not a complete address. Write for example https://example.org/file.tar.gz.";
        }

        return uri.UserInfo.Length > 0
            ? "An address cannot carry a user name or password; it would be readable in the exported files."
            : "";
    }
}
