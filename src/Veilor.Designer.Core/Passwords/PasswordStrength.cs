namespace Veilor.Designer.Core.Passwords;

/// <summary>
/// An estimate of a password's strength from its length, its kinds of characters, and a short list of common ones.
/// It is an upper bound: it knows no dictionary and nothing about the person.
/// </summary>
/// <param name="Rating">The estimate.</param>
/// <param name="Explanation">What it rests on and what would help, in sentences; it never repeats the password.</param>
public sealed record PasswordStrength(PasswordRating Rating, string Explanation)
{
    private const string Advice = "Four or more unrelated words are strong and easy to remember.";

    private const int MinimumLength = 8;

    private const double FairBits = 50;

    private const double StrongBits = 75;

    private static readonly HashSet<string> CommonPasswords = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwort", "passw", "pass", "secret", "geheim", "admin", "administrator", "root", "toor", "user", "guest",
        "test", "tester", "default", "changeme", "letmein", "welcome", "willkommen", "login", "master", "monkey", "dragon",
        "football", "baseball", "soccer", "hockey", "iloveyou", "sunshine", "princess", "shadow", "superman", "batman",
        "starwars", "trustno", "whatever", "freedom", "hello", "hallo", "charlie", "michael", "jordan", "computer", "internet",
        "qwerty", "qwertz", "azerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "qazwsx", "abc", "abcdef",
        "fedora", "linux", "redhat", "veilor", "server", "summer", "winter", "spring", "autumn", "sommer", "google", "killer",
    };

    /// <summary>Estimates a password.</summary>
    public static PasswordStrength Estimate(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length == 0)
        {
            return new PasswordStrength(PasswordRating.VeryWeak, "The password is empty.");
        }

        var core = password.TrimEnd([.. "0123456789!?.*#$@-_"]);
        if (CommonPasswords.Contains(core) || CommonPasswords.Contains(password))
        {
            return new PasswordStrength(PasswordRating.VeryWeak, $"This is one of the passwords that are tried first, with or without digits at its end. {Advice}");
        }

        if (password.Length < MinimumLength)
        {
            return new PasswordStrength(PasswordRating.VeryWeak, $"{password.Length} characters are too few; {MinimumLength} are the least. {Advice}");
        }

        var (kinds, size) = CountKinds(password);
        var effective = EffectiveLength(password);
        var bits = effective * Math.Log2(size);
        var rating = bits < FairBits / 2 ? PasswordRating.VeryWeak : bits < FairBits ? PasswordRating.Weak : bits < StrongBits ? PasswordRating.Fair : PasswordRating.Strong;
        var repeats = effective < password.Length ? " Characters that repeat or continue the one before, as in aaa or 1234, add little." : "";
        var kindWord = kinds == 1 ? "one kind" : $"{kinds} kinds";
        return new PasswordStrength(
            rating,
            $"{password.Length} characters of {kindWord}.{repeats}{(rating == PasswordRating.Strong ? "" : $" Longer is better. {Advice}")}");
    }

    private static (int Kinds, int Size) CountKinds(string password)
    {
        (bool Present, int Size)[] kinds =
        [
            (password.Any(char.IsAsciiLetterLower), 26),
            (password.Any(char.IsAsciiLetterUpper), 26),
            (password.Any(char.IsAsciiDigit), 10),
            (password.Any(c => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c)), 33),
            (password.Any(c => !char.IsAscii(c)), 64),
        ];
        return (kinds.Count(kind => kind.Present), kinds.Sum(kind => kind.Present ? kind.Size : 0));
    }

    /// <summary>The length, where a character that repeats or continues the one before counts for a quarter.</summary>
    private static double EffectiveLength(string password)
    {
        var length = 1.0;
        for (var i = 1; i < password.Length; i++)
        {
            length += Math.Abs(password[i] - password[i - 1]) <= 1 ? 0.25 : 1;
        }

        return length;
    }
}
