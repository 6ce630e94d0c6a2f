using System.Buffers.Binary;
using System.Text;

namespace Veilor.Designer.Core.Values;

/// <summary>Checks the binary part of an OpenSSH public key: length-prefixed fields, the first of them the type.</summary>
internal static class SshKeyBlob
{
    private const int MinimumRsaBits = 2048;

    private const int Ed25519KeyLength = 32;

    private const string Broken = "The key is damaged: its parts do not fit together. Paste the whole line of the .pub file again.";

    private const string Supported = "Supported are ssh-ed25519, ecdsa-sha2-nistp256, -384 and -521, ssh-rsa, and the sk- types of security keys.";

    /// <summary>Says what is wrong with a type's name; empty when it is supported.</summary>
    public static string CheckType(string type) => type switch
    {
        "ssh-ed25519" or "ssh-rsa" or "ecdsa-sha2-nistp256" or "ecdsa-sha2-nistp384" or "ecdsa-sha2-nistp521"
            or "sk-ssh-ed25519@openssh.com" or "sk-ecdsa-sha2-nistp256@openssh.com" => "",
        "ssh-dss" => $"DSA keys are no longer accepted by OpenSSH. {Supported}",
        _ when type.Contains("-cert-v0", StringComparison.Ordinal) => $"This is a certificate, not a key. {Supported}",
        _ when type.Contains('=', StringComparison.Ordinal) || type.Contains(',', StringComparison.Ordinal)
            || type is "restrict" or "cert-authority" or "no-pty" =>
            "Options before the key are not supported. Start with the type, such as ssh-ed25519.",
        _ => $"The line does not start with a key type. {Supported}",
    };

    /// <summary>Says what is wrong with a blob; empty when it is a key of the type.</summary>
    /// <param name="type">A type that <see cref="CheckType"/> accepts.</param>
    /// <param name="blob">The decoded base64.</param>
    public static string Check(string type, ReadOnlySpan<byte> blob)
    {
        if (!TryReadField(ref blob, out var inner))
        {
            return Broken;
        }

        if (!inner.SequenceEqual(Encoding.ASCII.GetBytes(type)))
        {
            return $"The line says “{type}”, but the key inside is of another type. Paste the whole line of the .pub file again.";
        }

        var error = type switch
        {
            "ssh-rsa" => CheckRsa(ref blob),
            "ssh-ed25519" => CheckEd25519(ref blob),
            "sk-ssh-ed25519@openssh.com" => Both(CheckEd25519(ref blob), CheckApplication(ref blob)),
            "sk-ecdsa-sha2-nistp256@openssh.com" => Both(CheckEcdsa(ref blob, "nistp256"), CheckApplication(ref blob)),
            _ => CheckEcdsa(ref blob, type["ecdsa-sha2-".Length..]),
        };
        return error.Length > 0 || blob.IsEmpty ? error : Broken;
    }

    private static string Both(string first, string second) => first.Length > 0 ? first : second;

    private static string CheckRsa(ref ReadOnlySpan<byte> blob)
    {
        if (!TryReadField(ref blob, out var exponent) || !TryReadField(ref blob, out var modulus)
            || !IsPositive(exponent) || !IsPositive(modulus))
        {
            return Broken;
        }

        modulus = modulus.TrimStart((byte)0);
        var bits = (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]);
        return bits < MinimumRsaBits
            ? $"This RSA key has {bits} bits. Fedora accepts RSA keys from {MinimumRsaBits} bits; an ssh-ed25519 key is shorter and stronger."
            : "";
    }

    private static bool IsPositive(ReadOnlySpan<byte> number) =>
        !number.IsEmpty && number[0] < 0x80 && number.IndexOfAnyExcept((byte)0) >= 0;

    private static string CheckEd25519(ref ReadOnlySpan<byte> blob) =>
        TryReadField(ref blob, out var key) && key.Length == Ed25519KeyLength ? "" : Broken;

    private static string CheckEcdsa(ref ReadOnlySpan<byte> blob, string curve)
    {
        var coordinateLength = curve switch { "nistp256" => 32, "nistp384" => 48, _ => 66 };
        return TryReadField(ref blob, out var name) && name.SequenceEqual(Encoding.ASCII.GetBytes(curve))
            && TryReadField(ref blob, out var point) && point.Length == (2 * coordinateLength) + 1 && point[0] == 0x04
            ? ""
            : Broken;
    }

    private static string CheckApplication(ref ReadOnlySpan<byte> blob) =>
        TryReadField(ref blob, out var application) && !application.IsEmpty ? "" : Broken;

    private static bool TryReadField(ref ReadOnlySpan<byte> blob, out ReadOnlySpan<byte> field)
    {
        field = default;
        if (blob.Length < sizeof(uint))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(blob);
        if (length > (uint)(blob.Length - sizeof(uint)))
        {
            return false;
        }

        field = blob.Slice(sizeof(uint), (int)length);
        blob = blob[(sizeof(uint) + (int)length)..];
        return true;
    }
}
