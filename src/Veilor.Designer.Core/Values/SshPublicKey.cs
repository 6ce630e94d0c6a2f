using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A public key in OpenSSH's one-line form: type, base64 blob, optional comment. The blob is taken apart (RFC 4253,
/// RFC 5656, RFC 8709 and OpenSSH's PROTOCOL.u2f): it must be of the type that stands before it. Blanks and line
/// breaks around the line are dropped.
/// </summary>
public sealed record SshPublicKey : ITextValue<SshPublicKey>
{
    private readonly byte[] _blob;

    private SshPublicKey(string type, byte[] blob, string comment)
    {
        Type = type;
        _blob = blob;
        Comment = comment;
    }

    /// <summary>The algorithm: <c>ssh-ed25519</c>, <c>ssh-rsa</c>, <c>ecdsa-sha2-nistp256</c>, <c>sk-ssh-ed25519@openssh.com</c>…</summary>
    public string Type { get; }

    /// <summary>What follows the blob, usually <c>user@host</c>; may be empty.</summary>
    public string Comment { get; }

    /// <summary>True for a key that lives on a security key (FIDO).</summary>
    public bool IsHardwareBacked => Type.StartsWith("sk-", StringComparison.Ordinal);

    /// <summary>The fingerprint as <c>ssh-keygen -l</c> prints it: <c>SHA256:…</c>.</summary>
    public string Fingerprint => "SHA256:" + Convert.ToBase64String(SHA256.HashData(_blob)).TrimEnd('=');

    public static bool TryParse(string? text, [NotNullWhen(true)] out SshPublicKey? value, out string error)
    {
        value = null;
        text = (text ?? "").Trim(' ', '\t', '\r', '\n');
        error = CheckWhole(text);
        if (error.Length > 0)
        {
            return false;
        }

        var parts = text.Split((char[]?)[' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries);
        error = SshKeyBlob.CheckType(parts[0]);
        if (error.Length > 0)
        {
            return false;
        }

        if (parts.Length < 2 || !TryDecode(parts[1], out var blob))
        {
            error = "The key after the type is incomplete or not base64. Paste the whole line of the .pub file.";
            return false;
        }

        error = SshKeyBlob.Check(parts[0], blob);
        value = error.Length == 0 ? new SshPublicKey(parts[0], blob, parts.Length > 2 ? parts[2].Trim(' ', '\t') : "") : null;
        return value is not null;
    }

    public static SshPublicKey Parse(string text) => TextValue.Parse<SshPublicKey>(text);

    public bool Equals(SshPublicKey? other) =>
        other is not null && _blob.AsSpan().SequenceEqual(other._blob)
        && string.Equals(Comment, other.Comment, StringComparison.Ordinal);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_blob);
        hash.Add(Comment, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public override string ToString() =>
        Comment.Length == 0 ? $"{Type} {Convert.ToBase64String(_blob)}" : $"{Type} {Convert.ToBase64String(_blob)} {Comment}";

    private static string CheckWhole(string text)
    {
        if (text.Length == 0)
        {
            return "The key is empty. Paste the line of a .pub file, such as ~/.ssh/id_ed25519.pub.";
        }

        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal) || text.StartsWith("PuTTY-User-Key-File", StringComparison.Ordinal))
        {
            return "This is a private key. It must never leave your machine and was not kept. Paste the public key, the line of the .pub file.";
        }

        if (text.StartsWith("---- BEGIN", StringComparison.Ordinal))
        {
            return "This public key is in another program's form. Convert it with ssh-keygen -i -f FILE.";
        }

        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            return "A public key is one line. Enter several keys one at a time.";
        }

        return CharacterNames.FirstInvisible(text.Replace('\t', ' '), allowSpace: true) is { } character
            ? $"A public key cannot contain {character}."
            : "";
    }

    private static bool TryDecode(string base64, out byte[] blob)
    {
        blob = new byte[base64.Length];
        var isBase64 = Convert.TryFromBase64String(base64, blob, out var length);
        blob = blob[..length];
        return isBase64 && length > 0;
    }
}
