using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Sharing;

/// <summary>
/// A design as a piece of a URL: <c>design.toml</c> compressed with Brotli (RFC 7932) and written as base64url
/// (RFC 4648), after a digit for the form and a checksum: eight characters of the SHA-256 over the characters that
/// follow. It carries no password hash and nothing that looks like a secret.
/// </summary>
/// <remarks>
/// A link comes from anybody, so reading one trusts nothing: its length and the length of what it unpacks to are
/// bounded before anything else is done, and a password hash in it is dropped, because it would let its sender in.
/// </remarks>
public static class DesignLink
{
    /// <summary>
    /// The most characters a payload may have. Mail and chat programs cut longer addresses, and web servers refuse a
    /// request line over 8 KiB.
    /// </summary>
    public const int MaximumPayload = 7_600;

    /// <summary>The most bytes a payload may unpack to. The largest design that fits a link is far below.</summary>
    public const int MaximumText = 256 * 1024;

    private const char Form = '2';
    private const char FormWithoutChecksum = '1';
    private const int ChecksumBytes = 6;
    private const int BodyStart = 1 + (ChecksumBytes * 4 / 3);
    private const string Damaged = "The link is damaged: a part of it is missing or was changed on the way.";
    private const string FilesMark = "# Files: ";
    private const int Quality = 11;
    private const int Window = 22;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes the payload of a link.</summary>
    /// <param name="design">The design.</param>
    /// <param name="filesOf">The template whose files belong to it, or null.</param>
    public static LinkWriting Write(ImageDesign design, string? filesOf)
    {
        var leftOut = new List<string>();
        var clean = PublicDesign.Of(design, leftOut);
        var text = DesignToml.ToText(clean);
        if (PublicDesign.FirstSecret(clean) is { } place)
        {
            return new LinkWriting(null, [], $"{place} holds what looks like a password, a key or a token. Take it out before you share the design.");
        }

        var bytes = Encoding.UTF8.GetBytes(filesOf is null ? text : $"{FilesMark}{filesOf}\n{text}");
        var payload = bytes.Length > MaximumText ? null : Pack(bytes);
        return payload is { Length: <= MaximumPayload }
            ? new LinkWriting(payload, leftOut.ToEquatableArray(), "", AdviceOn(PublicDesign.OwnLinesIn(clean)))
            : new LinkWriting(null, [], string.Create(
                CultureInfo.InvariantCulture,
                $"This design is too large for a link: {payload?.Length ?? bytes.Length} characters, and {MaximumPayload} arrive whole everywhere. Export it and send the file."));
    }

    /// <summary>Reads the payload of a link.</summary>
    public static LinkReading Read(string payload)
    {
        if (payload.Length is 0 or > MaximumPayload)
        {
            return LinkReading.Failed(payload.Length == 0 ? "The link holds no design." : "The link is longer than any that this program makes.");
        }

        if (payload[0] != Form)
        {
            return LinkReading.Failed(payload[0] == FormWithoutChecksum
                ? "The link has the form before links had a checksum, which this version does not read, or it is damaged. Ask for a new one."
                : "The link was made by another version of Veilor Designer, or it is damaged.");
        }

        if (payload.Length <= BodyStart || !payload.AsSpan(1, BodyStart - 1).SequenceEqual(Checksum(payload.AsSpan(BodyStart))))
        {
            return LinkReading.Failed(Damaged);
        }

        return Unpack(payload.AsSpan(BodyStart), out var problem) is { } text ? ReadText(text) : LinkReading.Failed(problem);
    }

    private static LinkReading ReadText(string text)
    {
        string? filesOf = null;
        if (text.StartsWith(FilesMark, StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end)
        {
            filesOf = text[FilesMark.Length..end];
        }

        var result = DesignToml.Read(text);
        if (result.Design is not { } design)
        {
            return LinkReading.Failed($"The link holds no design that this program can read: {result.Problems[0].Message}.");
        }

        var takenOut = design.Users.Accounts
            .Where(account => account.Password is not null)
            .Select(account => $"The link brought a password for {account.Name}. It was taken out: whoever made the link would know it.")
            .ToEquatableArray();
        return new LinkReading(new LinkedDesign(takenOut.IsEmpty ? design : design.WithoutPasswords(), filesOf), takenOut, "");
    }

    private static string Pack(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window))
        {
            throw new InvalidOperationException("Brotli needs more room than it said.");
        }

        var body = Base64Url.EncodeToString(packed.AsSpan(0, length));
        return Form + Checksum(body) + body;
    }

    /// <summary>Brotli has no checksum of its own, so a changed character could unpack to another design.</summary>
    private static string Checksum(ReadOnlySpan<char> body) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToArray())).AsSpan(0, ChecksumBytes));

    private static string AdviceOn(IReadOnlyList<string> ownLines) => ownLines.Count == 0
        ? ""
        : $"Lines of your own travel as they are: {string.Join(", ", ownLines)}. Read them before you send the link; a password in a form that is not known stays in them.";

    private static string? Unpack(ReadOnlySpan<char> payload, out string problem)
    {
        problem = Damaged;
        var packed = new byte[payload.Length];
        if (payload.ContainsAnyExcept(Alphabet) || Base64Url.DecodeFromChars(payload, packed, out _, out var packedLength) != OperationStatus.Done)
        {
            return null;
        }

        var bytes = new byte[MaximumText];
        using var decoder = default(BrotliDecoder);
        var status = decoder.Decompress(packed.AsSpan(0, packedLength), bytes, out var consumed, out var length);
        if (status == OperationStatus.DestinationTooSmall)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"The link unpacks to more than {MaximumText / 1024} KiB; no design is that large.");
            return null;
        }

        if (status != OperationStatus.Done || consumed != packedLength)
        {
            return null;
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
