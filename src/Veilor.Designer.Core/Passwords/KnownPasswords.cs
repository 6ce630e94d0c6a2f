using System.Collections.Concurrent;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Passwords;

/// <summary>
/// Whether a hash is one of a password that everybody tries first: a default of images and guides, the user's own name, or
/// the image's. Each guess costs a whole hash, so the list is short, and what was guessed is remembered with the hash.
/// </summary>
public static class KnownPasswords
{
    /// <summary>A hash may ask for many more rounds; then a guess would keep the designer waiting.</summary>
    private const int MostRounds = 2 * Sha512Crypt.DefaultRounds;

    /// <summary>What is tried with any user, the most likely first.</summary>
    public static IReadOnlyList<string> Guesses { get; } =
        ["password", "admin", "veilor", "changeme", "fedora", "root", "toor", "secret", "test", "123456", "12345678", "password1", "letmein", "bootc"];

    private static readonly Remembered<PasswordHash, ConcurrentDictionary<string, bool>> Guessed = new(_ => new(StringComparer.Ordinal));

    /// <summary>
    /// True when a guess fits the account's hash; false when none does, there is no hash, or it is too slow to guess at. Which
    /// guess it was is not said: a report with it would hold the password.
    /// </summary>
    public static bool Has(UserAccount account, ImageName image) =>
        account.Password is { } hash
        && !(hash.Rounds > MostRounds)
        && Guesses.Append(account.Name.ToString()).Append(image.ToString()).Any(guess => Is(guess, hash));

    private static bool Is(string guess, PasswordHash hash) => Guessed.Of(hash).GetOrAdd(guess, static (each, of) => Sha512Crypt.Verify(each, of), hash);
}
