using Veilor.Designer.Core.Passwords;

namespace Veilor.Designer.Core.Tests.Passwords;

public sealed class PasswordStrengthTests
{
    [Theory]
    [InlineData("", PasswordRating.VeryWeak, "empty")]
    [InlineData("Passwort123!", PasswordRating.VeryWeak, "tried first")]
    [InlineData("fedora43", PasswordRating.VeryWeak, "tried first")]
    [InlineData("x7$Kq", PasswordRating.VeryWeak, "too few")]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordRating.VeryWeak, "repeat or continue")]
    [InlineData("12345678", PasswordRating.VeryWeak, "repeat or continue")]
    [InlineData("kzwqhbtm", PasswordRating.Weak, "one kind")]
    [InlineData("kZ7wQhbTm", PasswordRating.Fair, "3 kinds")]
    [InlineData("correct horse battery staple", PasswordRating.Strong, "2 kinds")]
    public void A_password_is_rated_in_words(string password, PasswordRating rating, string words)
    {
        var strength = PasswordStrength.Estimate(password);
        Assert.Equal(rating, strength.Rating);
        Assert.Contains(words, strength.Explanation, StringComparison.Ordinal);
        Assert.EndsWith(".", strength.Explanation, StringComparison.Ordinal);
    }
}
