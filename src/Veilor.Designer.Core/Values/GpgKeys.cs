using System.Diagnostics.CodeAnalysis;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// Where the keys of a repository are, as <c>gpgkey=</c> takes them: one address or several with blanks between, each of
/// the web or a file of the image such as <c>file:///etc/pki/rpm-gpg/RPM-GPG-KEY-example</c> (dnf5.conf(5), gpgkey).
/// </summary>
public sealed record GpgKeys : ITextValue<GpgKeys>
{
    private const string FileScheme = "file://";

    private readonly string _text;

    private GpgKeys(EquatableArray<HttpUrl> addresses, EquatableArray<AbsolutePath> files, string text) => (Addresses, Files, _text) = (addresses, files, text);

    /// <summary>The keys that are fetched.</summary>
    public EquatableArray<HttpUrl> Addresses { get; }

    /// <summary>The keys that lie in the image when dnf looks for them.</summary>
    public EquatableArray<AbsolutePath> Files { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out GpgKeys? value, out string error)
    {
        value = null;
        error = "";
        var words = (text ?? "").Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            error = "The key is empty. Write for example https://example.org/key.asc or file:///etc/pki/rpm-gpg/RPM-GPG-KEY-example.";
            return false;
        }

        var addresses = new List<HttpUrl>();
        var files = new List<AbsolutePath>();
        foreach (var word in words)
        {
            if (!word.StartsWith(FileScheme, StringComparison.Ordinal))
            {
                if (!HttpUrl.TryParse(word, out var address, out error))
                {
                    error += " A key of the image is written as file:///etc/pki/rpm-gpg/ and its name.";
                    return false;
                }

                addresses.Add(address);
            }
            else if (AbsolutePath.TryParse(word[FileScheme.Length..], out var file, out error))
            {
                files.Add(file);
            }
            else
            {
                error += " Behind file:// stands the whole path, with a slash at its start.";
                return false;
            }
        }

        value = new GpgKeys([.. addresses], [.. files], string.Join(' ', words.Distinct(StringComparer.Ordinal)));
        return true;
    }

    public static GpgKeys Parse(string text) => TextValue.Parse<GpgKeys>(text);

    public override string ToString() => _text;
}
