using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Comparing;

/// <summary>
/// Finds what must not be shown or sent on: crypt hashes, private keys, tokens of well-known services, passwords in
/// URLs, and lines that set a password.
/// </summary>
public static partial class SecretText
{
    private const string Hidden = "(hidden)";

    /// <summary>True when the text holds a hash, a key or a token, whatever stands around it.</summary>
    public static bool IsIn(string text) => Value().IsMatch(text);

    /// <summary>True when a line of a script or a kickstart holds a secret, or sets one.</summary>
    public static bool IsInLine(string line) => IsIn(line) || Setting().IsMatch(line);

    /// <summary>The text with every hash, key and token hidden.</summary>
    public static string Redact(string text) => Value().Replace(text, Hidden);

    // crypt(5): $id$…, with the ids of every method that glibc's libxcrypt, passlib or Anaconda reads.
    [GeneratedRegex(
        """
        \$(?:1|2[abxy]?|3|5|6|7|y|gy|md5|sha1|sm3|sm3y|apr1|argon2(?:id?|d)|scrypt|pbkdf2[\w-]*)[$,][^\s'"]+
        |-----BEGIN[ ][A-Z0-9 ]*PRIVATE[ ]KEY
        |(?<=://)[^\s/:@'"]*:[^\s/@'"]+(?=@)
        |\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|AKIA[0-9A-Z]{16}|xox[abprs]-[\w-]{10,}|AGE-SECRET-KEY-1[A-Z0-9]+)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();

    // Kickstart: rootpw, sshpw, --password, --passphrase, --plaintext; shells: PASSWORD=…, chpasswd, --token ….
    [GeneratedRegex(
        """
        \b(?:rootpw|sshpw)\b(?!\s+--lock\s*$)
        |--(?:password|passphrase|backuppassphrase|plaintext|iscrypted|activationkey|token)\b
        |\bchpasswd\b
        |\b\w*(?:password|passwd|passphrase|secret|token|api_?key)\w*["']?\s*[=:]\s*["']?[^\s"']
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
