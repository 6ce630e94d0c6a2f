namespace Veilor.Designer.Core.Passwords;

/// <summary>
/// How much of a password has to be guessed, in bits: the least over all ways to read it as known words, runs along the
/// keyboard, sequences, repetitions and single characters. The way of reading follows “zxcvbn: Low-Budget Password
/// Strength Estimation” by D. L. Wheeler (USENIX Security 2016); lists and numbers are coarser.
/// </summary>
/// <param name="Bits">The estimate.</param>
/// <param name="Patterns">What the cheapest reading is made of.</param>
internal sealed record PasswordSurprise(double Bits, PasswordPatterns Patterns)
{
    /// <summary>What lies behind is not looked at: it can only add.</summary>
    private const int LongestRead = 128;

    private const int ShortestRun = 3;

    /// <summary>A word of the list, or a place, a direction and a length of a run on a keyboard.</summary>
    private const double ListedBits = 8;

    /// <summary>A name that stands beside the password.</summary>
    private const double OwnBits = 1;

    /// <summary>That a number comes here, and of how many digits.</summary>
    private const double NumberBits = 2;

    private static readonly string[] Rows =
        ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb", "qazwsxedcrfvtgb"];

    private static readonly string[] Runs = [.. Rows, .. Rows.Select(row => new string([.. row.Reverse()]))];

    /// <summary>Reads a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="size">How many characters its kinds have, from which a single one is chosen.</param>
    /// <param name="own">Words that an attacker has at hand, in lower case: the names of the user, the machine, the image.</param>
    public static PasswordSurprise Measure(string password, int size, IReadOnlySet<string> own) =>
        Measure(password.Length > LongestRead ? password[..LongestRead] : password, Math.Log2(size), own, new(StringComparer.Ordinal));

    private static PasswordSurprise Measure(string text, double single, IReadOnlySet<string> own, Dictionary<string, PasswordSurprise> known)
    {
        if (known.TryGetValue(text, out var found))
        {
            return found;
        }

        var plain = string.Concat(text.Select(Plain));
        var least = new PasswordSurprise[text.Length + 1];
        Array.Fill(least, new PasswordSurprise(double.MaxValue, PasswordPatterns.None));
        least[0] = new PasswordSurprise(0, PasswordPatterns.None);
        for (var start = 0; start < text.Length; start++)
        {
            Offer(least, start, 1, single, PasswordPatterns.None);
            OfferDigits(least, text, start);
            OfferSequence(least, text, start, single);
            OfferRuns(least, text, start);
            OfferWords(least, text, plain, start, own);
            OfferRepetitions(least, text, start, single, own, known);
        }

        return known[text] = least[^1];
    }

    private static void Offer(PasswordSurprise[] least, int start, int length, double bits, PasswordPatterns pattern)
    {
        var sum = least[start].Bits + bits;
        if (sum < least[start + length].Bits)
        {
            least[start + length] = new PasswordSurprise(sum, least[start].Patterns | pattern);
        }
    }

    /// <summary>A number, such as a year behind a name, is chosen from numbers and not from all characters.</summary>
    private static void OfferDigits(PasswordSurprise[] least, string text, int start)
    {
        for (var end = start; end < text.Length && char.IsAsciiDigit(text[end]); end++)
        {
            if (end + 1 - start >= ShortestRun)
            {
                Offer(least, start, end + 1 - start, NumberBits + (Math.Log2(10) * (end + 1 - start)), PasswordPatterns.None);
            }
        }
    }

    /// <summary>Characters that repeat or continue the one before: aaa, 1234, fed.</summary>
    private static void OfferSequence(PasswordSurprise[] least, string text, int start, double single)
    {
        for (var step = -1; step <= 1; step++)
        {
            var end = start + 1;
            while (end < text.Length && text[end] - text[end - 1] == step)
            {
                end++;
                if (end - start >= ShortestRun)
                {
                    Offer(least, start, end - start, single + Math.Log2(end - start), PasswordPatterns.Sequence);
                }
            }
        }
    }

    private static void OfferRuns(PasswordSurprise[] least, string text, int start)
    {
        for (var length = ShortestRun + 1; start + length <= text.Length; length++)
        {
            var part = text.AsSpan(start, length);
            var isRun = false;
            foreach (var run in Runs)
            {
                isRun |= run.AsSpan().Contains(part, StringComparison.OrdinalIgnoreCase);
            }

            if (!isRun)
            {
                return;
            }

            Offer(least, start, length, ListedBits, PasswordPatterns.Keyboard);
        }
    }

    private static void OfferWords(PasswordSurprise[] least, string text, string plain, int start, IReadOnlySet<string> own)
    {
        for (var length = ShortestRun; start + length <= text.Length; length++)
        {
            var (word, spelled) = (plain.Substring(start, length), text.Substring(start, length));
            var lower = spelled.ToLowerInvariant();
            if (own.Contains(word) || own.Contains(lower))
            {
                Offer(least, start, length, OwnBits + Spelling(spelled), PasswordPatterns.Own);
            }
            else if (CommonWords.All.Contains(word) || CommonWords.All.Contains(lower))
            {
                Offer(least, start, length, ListedBits + Spelling(spelled), PasswordPatterns.Word);
            }
        }
    }

    private static void OfferRepetitions(PasswordSurprise[] least, string text, int start, double single, IReadOnlySet<string> own, Dictionary<string, PasswordSurprise> known)
    {
        for (var length = 1; start + (2 * length) <= text.Length; length++)
        {
            var block = text.AsSpan(start, length);
            var times = 1;
            while (start + ((times + 1) * length) <= text.Length && text.AsSpan(start + (times * length), length).SequenceEqual(block))
            {
                times++;
                if (times * length >= ShortestRun)
                {
                    var once = Measure(block.ToString(), single, own, known);
                    Offer(least, start, times * length, once.Bits + Math.Log2(times), once.Patterns | (length == 1 ? PasswordPatterns.Sequence : PasswordPatterns.Repetition));
                }
            }
        }
    }

    /// <summary>What capitals and digits for letters add to a word: the usual places are tried first.</summary>
    private static double Spelling(string word)
    {
        var capitals = word.Count(char.IsAsciiLetterUpper);
        var isUsual = capitals == word.Length || (capitals == 1 && (char.IsAsciiLetterUpper(word[0]) || char.IsAsciiLetterUpper(word[^1])));
        var swapped = word.Count(c => char.ToLowerInvariant(c) != Plain(c));
        return (capitals == 0 ? 0 : isUsual ? 1 : Math.Min(capitals, word.Length - capitals) + 1) + swapped;
    }

    private static char Plain(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => char.ToLowerInvariant(c),
    };
}
