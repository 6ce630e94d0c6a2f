using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A password hashed with sha512crypt: <c>$6$salt$hash</c> or <c>$6$rounds=N$salt$hash</c>. No other kind is
/// accepted: the image builders take a yescrypt hash (<c>$y$</c>, Fedora's default) for plain text and hash it
/// again, which locks the user out. Messages never repeat what was entered.
/// </summary>
public sealed partial record PasswordHash : ITextValue<PasswordHash>
{
    private const string Remedy = "Make a $6$ hash with openssl passwd -6.";

    private const int MinimumRounds = 1000;

    private const int MaximumRounds = 999_999_999;

    private readonly string _text;

    private PasswordHash(string text) => _text = text;

    /// <summary>The 1 to 16 characters of salt.</summary>
    public string Salt => Pattern().Match(_text).Groups["salt"].Value;

    /// <summary>The number of rounds written in the hash; null when the default of 5000 is meant.</summary>
    public int? Rounds => Pattern().Match(_text).Groups["rounds"] is { Success: true } rounds
        ? int.Parse(rounds.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PasswordHash? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new PasswordHash(text) : null;
        return value is not null;
    }

    public static PasswordHash Parse(string text) => TextValue.Parse<PasswordHash>(text);

    public override string ToString() => _text;

    private static string Check(string text) => text switch
    {
        "" => $"The password hash is empty. {Remedy}",
        ['$', '6', '$', ..] => CheckSha512Crypt(text),
        ['$', 'y', '$', ..] or ['$', 'g', 'y', '$', ..] =>
            $"This is a yescrypt hash. The image builders would take it for a plain password and hash it again, so nobody could log in. {Remedy}",
        ['$', '5', '$', ..] => $"This is a sha256crypt hash. Only sha512crypt is used here. {Remedy}",
        ['$', '1', '$', ..] => $"This is an MD5 hash, which is quick to break. {Remedy}",
        ['$', '2', _, '$', ..] => $"This is a bcrypt hash, which the installer does not accept everywhere. {Remedy}",
        ['!', ..] or ['*', ..] => $"This locks the password instead of setting one. Leave the field empty for a user without a password. {Remedy}",
        ['$', ..] => $"This kind of hash is not known here. {Remedy}",
        _ => $"This looks like a plain password. It would be readable in every file that is made, so only a hash is kept. {Remedy}",
    };

    private static string CheckSha512Crypt(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return $"This $6$ hash is incomplete: after the salt (1 to 16 characters) come 86 characters of hash, all from a to z, A to Z, 0 to 9, “.” and “/”. {Remedy}";
        }

        var rounds = match.Groups["rounds"];
        return rounds.Success
            && (!int.TryParse(rounds.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || count is < MinimumRounds or > MaximumRounds)
            ? $"The rounds of a $6$ hash are {MinimumRounds} to {MaximumRounds}. {Remedy}"
            : "";
    }

    /// <summary>The 512 bits are 85 characters of six bits and one of two, so the last is one of four.</summary>
    [GeneratedRegex(@"^\$6\$(rounds=(?<rounds>[1-9][0-9]{0,9})\$)?(?<salt>[./0-9A-Za-z]{1,16})\$[./0-9A-Za-z]{85}[./01]\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Pattern();
}
