using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Passwords;

/// <summary>
/// The password hash <c>$6$</c>, after “Unix crypt using SHA-256 and SHA-512” by Ulrich Drepper (public domain,
/// version 0.6). The numbers in the comments are the steps of that text.
/// </summary>
public static class Sha512Crypt
{
    public const int DefaultRounds = 5000;

    public const int MinimumRounds = 1000;

    public const int MaximumRounds = 999_999_999;

    public const int MaximumSaltLength = 16;

    /// <summary>PAM takes no longer answer (PAM_MAX_RESP_SIZE); in UTF-8 bytes.</summary>
    public const int MaximumPasswordBytes = 511;

    /// <summary>The 64 characters of salts and hashes, by value; a salt is made of random ones.</summary>
    public const string Alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const int DigestLength = SHA512.HashSizeInBytes;

    /// <summary>Hashes a password.</summary>
    /// <param name="password">Hashed as UTF-8; no NUL, no half surrogate pair, at most <see cref="MaximumPasswordBytes"/> bytes.</param>
    /// <param name="salt">One or more characters of <see cref="Alphabet"/>; those after the sixteenth are dropped, as the specification says.</param>
    /// <param name="rounds">Null for the default, which is not written into the hash; brought into the allowed range.</param>
    /// <exception cref="ArgumentException">The password or the salt cannot be hashed.</exception>
    public static PasswordHash Hash(string password, string salt, int? rounds = null)
    {
        if (salt.Length == 0 || salt.Any(character => !Alphabet.Contains(character, StringComparison.Ordinal)))
        {
            throw new ArgumentException("A salt has one or more of the characters a to z, A to Z, 0 to 9, “.” and “/”.", nameof(salt));
        }

        var shortSalt = salt.Length > MaximumSaltLength ? salt[..MaximumSaltLength] : salt;
        int? clamped = rounds is null ? null : Math.Clamp(rounds.Value, MinimumRounds, MaximumRounds);
        var key = PasswordBytes(password);
        try
        {
            var digest = Digest(key, Encoding.ASCII.GetBytes(shortSalt), clamped ?? DefaultRounds);
            var prefix = clamped is null ? "" : string.Create(CultureInfo.InvariantCulture, $"rounds={clamped}$");
            return PasswordHash.Parse($"$6${prefix}{shortSalt}${Encode(digest)}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>True when the password is the one the hash was made of. A password that cannot be hashed is not.</summary>
    public static bool Verify(string password, PasswordHash hash)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Hash(password, hash.Salt, hash.Rounds).ToString()),
                Encoding.ASCII.GetBytes(hash.ToString()));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static byte[] PasswordBytes(string password)
    {
        if (password.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A password cannot hold a NUL character.", nameof(password));
        }

        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(password);
        return bytes.Length <= MaximumPasswordBytes
            ? bytes
            : throw new ArgumentException($"A password cannot be longer than {MaximumPasswordBytes} bytes.", nameof(password));
    }

    private static byte[] Digest(byte[] key, byte[] salt, int rounds)
    {
        var current = DigestA(key, salt);
        var p = Repeat(DigestP(key), key.Length);
        var s = Repeat(DigestS(salt, current[0]), salt.Length);
        var input = new byte[DigestLength + (2 * p.Length) + s.Length];
        for (var round = 0; round < rounds; round++)
        {
            // 21: what goes into a round depends on whether its number divides by 2, 3 and 7.
            var isOdd = (round & 1) != 0;
            var length = Append(input, 0, isOdd ? p : current);
            length = round % 3 != 0 ? Append(input, length, s) : length;
            length = round % 7 != 0 ? Append(input, length, p) : length;
            length = Append(input, length, isOdd ? current : p);
            SHA512.HashData(input.AsSpan(0, length), current);
        }

        CryptographicOperations.ZeroMemory(input);
        CryptographicOperations.ZeroMemory(p);
        return current;
    }

    /// <summary>Steps 1 to 12: password and salt, mixed with digest B by the bits of the password's length.</summary>
    private static byte[] DigestA(byte[] key, byte[] salt)
    {
        var b = SHA512.HashData([.. key, .. salt, .. key]);
        using var a = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        a.AppendData(key);
        a.AppendData(salt);
        a.AppendData(Repeat(b, key.Length));
        for (var bits = key.Length; bits > 0; bits >>= 1)
        {
            a.AppendData((bits & 1) != 0 ? b : key);
        }

        return a.GetHashAndReset();
    }

    /// <summary>Steps 13 to 15.</summary>
    private static byte[] DigestP(byte[] key)
    {
        using var dp = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        for (var i = 0; i < key.Length; i++)
        {
            dp.AppendData(key);
        }

        return dp.GetHashAndReset();
    }

    /// <summary>Steps 17 to 19.</summary>
    private static byte[] DigestS(byte[] salt, byte firstOfA)
    {
        using var ds = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        for (var i = 0; i < 16 + firstOfA; i++)
        {
            ds.AppendData(salt);
        }

        return ds.GetHashAndReset();
    }

    private static byte[] Repeat(byte[] digest, int length)
    {
        var result = new byte[length];
        for (var i = 0; i < length; i++)
        {
            result[i] = digest[i % DigestLength];
        }

        return result;
    }

    private static int Append(byte[] target, int offset, byte[] part)
    {
        part.CopyTo(target, offset);
        return offset + part.Length;
    }

    /// <summary>Step 22e: 21 groups of three bytes, each group 22 further on modulo 63, then the last byte; low bits first.</summary>
    private static string Encode(byte[] digest)
    {
        var text = new StringBuilder(86);
        for (var group = 0; group < 21; group++)
        {
            var first = group * 22;
            AppendBits(text, (digest[first % 63] << 16) | (digest[(first + 21) % 63] << 8) | digest[(first + 42) % 63], 4);
        }

        AppendBits(text, digest[63], 2);
        return text.ToString();
    }

    private static void AppendBits(StringBuilder text, int bits, int count)
    {
        for (var i = 0; i < count; i++)
        {
            text.Append(Alphabet[(bits >> (6 * i)) & 0x3F]);
        }
    }
}
