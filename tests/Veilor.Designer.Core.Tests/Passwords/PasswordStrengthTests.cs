using Veilor.Designer.Core.Passwords;

namespace Veilor.Designer.Core.Tests.Passwords;

public sealed class PasswordStrengthTests
{
    private static readonly string[] Names = ["alice", "Alice Miller", "minimal-2"];

    [Theory]
    [InlineData("", PasswordRating.VeryWeak, "empty")]
    [InlineData("Passwort123!", PasswordRating.VeryWeak, "tried first")]
    [InlineData("fedora43", PasswordRating.VeryWeak, "tried first")]
    [InlineData("x7$Kq", PasswordRating.VeryWeak, "too few")]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordRating.VeryWeak, "repeat or continue")]
    [InlineData("12345678", PasswordRating.VeryWeak, "repeat or continue")]
    [InlineData("x", PasswordRating.VeryWeak, "1 character is too few")]
    [InlineData("Passw0rd!Passw0rd!", PasswordRating.VeryWeak, "The same once more")]
    [InlineData("adminadminadmin", PasswordRating.VeryWeak, "common word")]
    [InlineData("qwertyuiopasdfgh", PasswordRating.VeryWeak, "keyboard")]
    [InlineData("kzwqhbtmkzwqhbtm", PasswordRating.Weak, "The same once more")]
    [InlineData("S3rver-Summ3r", PasswordRating.Weak, "common word")]
    [InlineData("minimal-2", PasswordRating.VeryWeak, "name of the user, the machine or the image")]
    [InlineData("AliceMiller1", PasswordRating.VeryWeak, "name of the user")]
    [InlineData("kzwqhbtm", PasswordRating.Weak, "one kind")]
    [InlineData("kZ7wQhbTm", PasswordRating.Fair, "3 kinds")]
    [InlineData("correct horse battery staple", PasswordRating.Strong, "2 kinds")]
    public void A_password_is_rated_in_words(string password, PasswordRating rating, string words)
    {
        var strength = PasswordStrength.Estimate(password, Names);
        Assert.Equal(rating, strength.Rating);
        Assert.Contains(words, strength.Explanation, StringComparison.Ordinal);
        Assert.EndsWith(".", strength.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_of_one_character_is_not_strong() =>
        Assert.Equal(PasswordRating.VeryWeak, PasswordStrength.Estimate(new string('x', 600)).Rating);

    [Fact]
    public void No_pattern_makes_a_password_of_random_characters_weak()
    {
        // The characters of a salt: what a password generator gives.
        var random = new Random(7);
        var text = new string([.. Enumerable.Range(0, 16).Select(_ => Sha512Crypt.Alphabet[random.Next(64)])]);
        Assert.Equal(PasswordRating.Strong, PasswordStrength.Estimate(text, Names).Rating);
    }
}
