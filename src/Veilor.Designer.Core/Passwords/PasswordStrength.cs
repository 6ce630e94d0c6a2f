namespace Veilor.Designer.Core.Passwords;

/// <summary>
/// An estimate of a password's strength from its length, its kinds of characters, and what makes it cheaper to guess.
/// It is an upper bound: its list of words is short, and of the person it knows the names in the design.
/// </summary>
/// <param name="Rating">The estimate.</param>
/// <param name="Explanation">What it rests on and what would help, in sentences; it never repeats the password.</param>
public sealed record PasswordStrength(PasswordRating Rating, string Explanation)
{
    private const string Advice = "Four or more unrelated words are strong and easy to remember.";

    private const int MinimumLength = 8;

    private const int ShortestName = 3;

    private const double FairBits = 50;

    private const double StrongBits = 75;

    /// <summary>Estimates a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="names">What an attacker tries first because it stands beside it: the user's names, the machine's, the image's.</param>
    public static PasswordStrength Estimate(string password, params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length == 0)
        {
            return new PasswordStrength(PasswordRating.VeryWeak, "The password is empty.");
        }

        var core = password.TrimEnd([.. "0123456789!?.*#$@-_"]).ToLowerInvariant();
        if (CommonWords.All.Contains(core) || CommonWords.All.Contains(password.ToLowerInvariant()))
        {
            return new PasswordStrength(PasswordRating.VeryWeak, $"This is one of the passwords that are tried first, with or without digits at its end. {Advice}");
        }

        if (password.Length < MinimumLength)
        {
            return new PasswordStrength(PasswordRating.VeryWeak, $"{password.Length} {(password.Length == 1 ? "character is" : "characters are")} too few; {MinimumLength} are the least. {Advice}");
        }

        var (kinds, size) = CountKinds(password);
        var surprise = PasswordSurprise.Measure(password, size, WordsOf(names));
        var bits = surprise.Bits;
        var rating = bits < FairBits / 2 ? PasswordRating.VeryWeak : bits < FairBits ? PasswordRating.Weak : bits < StrongBits ? PasswordRating.Fair : PasswordRating.Strong;
        var kindWord = kinds == 1 ? "one kind" : $"{kinds} kinds";
        return new PasswordStrength(
            rating,
            $"{password.Length} characters of {kindWord}.{Describe(surprise.Patterns)}{(rating == PasswordRating.Strong ? "" : $" Longer is better. {Advice}")}");
    }

    /// <summary>The names and their words.</summary>
    private static HashSet<string> WordsOf(IEnumerable<string> names) =>
        [.. names.Select(name => name.ToLowerInvariant()).SelectMany(name => (string[])[name, .. name.Split([' ', '-', '_', '.', ','])]).Where(word => word.Length >= ShortestName)];

    private static string Describe(PasswordPatterns patterns) => string.Concat(
        from each in new (PasswordPatterns Pattern, string Text)[]
        {
            (PasswordPatterns.Own, "A name of the user, the machine or the image is tried first."),
            (PasswordPatterns.Word, "A common word adds little, also with digits for letters."),
            (PasswordPatterns.Keyboard, "Neighbours on the keyboard add little."),
            (PasswordPatterns.Sequence, "Characters that repeat or continue the one before, as in aaa or 1234, add little."),
            (PasswordPatterns.Repetition, "The same once more adds little."),
        }
        where patterns.HasFlag(each.Pattern)
        select " " + each.Text);

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
}
