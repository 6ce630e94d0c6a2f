using System.Text;
using CsCheck;
using Veilor.Designer.Core.Passwords;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Passwords;

public sealed class Sha512CryptTests
{
    /// <summary>The test vectors of the specification.</summary>
    [Theory]
    [InlineData("saltstring", null, "Hello world!", "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("saltstringsaltstring", 10000, "Hello world!", "$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.")]
    [InlineData("toolongsaltstring", 5000, "This is just a test", "$6$rounds=5000$toolongsaltstrin$lQ8jolhgVRVhY4b5pZKaysCLi0QBxGoNeKQzQ3glMhwllF7oGDZxUhx1yxdYcz/e1JSbq3y6JMxxl8audkUEm0")]
    [InlineData("anotherlongsaltstring", 1400, "a very much longer text to encrypt.  This one even stretches over morethan one line.", "$6$rounds=1400$anotherlongsalts$POfYwTEok97VWcjxIiSOjiykti.o/pQs.wPvMxQ6Fm7I6IoYN3CmLs66x9t0oSwbtEW7o7UmJEiDwGqd8p4ur1")]
    [InlineData("short", 77777, "we have a short salt string but not a short password", "$6$rounds=77777$short$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0")]
    [InlineData("asaltof16chars..", 123456, "a short string", "$6$rounds=123456$asaltof16chars..$BtCwjqMJGx5hrJhZywWvt0RLE8uZ4oPwcelCjmw2kSYu.Ec6ycULevoBK25fs2xXgMNrCzIMVcgEJAstJeonj1")]
    [InlineData("roundstoolow", 10, "the minimum number is still observed", "$6$rounds=1000$roundstoolow$kUMsbe306n21p9R.FRkW3IGn.S9NPN0x50YhH1xhLsPuWGsUSklZt58jaTfF4ZEQpyUNGc0dqbpBYYBaHHrsX.")]
    public void The_vectors_of_the_specification_hold(string salt, int? rounds, string password, string expected)
    {
        var hash = Sha512Crypt.Hash(password, salt, rounds).ToString();
        Assert.Equal(expected, hash);
        Assert.True(Sha512Crypt.Verify(password, PasswordHash.Parse(hash)));
        Assert.False(Sha512Crypt.Verify(password + "x", PasswordHash.Parse(hash)));
    }

    [Fact]
    public void Openssl_gives_the_same_hashes() =>
        Gen.Select(Gen.Char[' ', '~'].Array[1, 120].Select(c => new string(c)), Gen.OneOf("é", "漢", "😀", ""), Gen.Int[1, 16]).Array[25].Sample(
            cases =>
            {
                foreach (var group in cases.GroupBy(item => item.Item3))
                {
                    var salt = Sha512Crypt.Alphabet[..group.Key];
                    var passwords = group.Select(item => item.Item1 + item.Item2).ToArray();
                    var input = Encoding.UTF8.GetBytes(string.Concat(passwords.Select(password => password + "\n")));
                    var hashes = Encoding.UTF8.GetString(ExternalProgram.RunWithInput(input, "openssl", "passwd", "-6", "-salt", salt, "-stdin"));
                    Assert.Equal(passwords.Select(password => Sha512Crypt.Hash(password, salt).ToString()), hashes.Split('\n')[..^1], StringComparer.Ordinal);
                }
            },
            iter: Repetitions.Of(1),
            threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("a$b")]
    [InlineData("ü")]
    [InlineData("a b")]
    public void A_salt_outside_the_alphabet_is_refused(string salt) =>
        Assert.Throws<ArgumentException>(() => Sha512Crypt.Hash("password", salt));

    [Fact]
    public void A_password_that_no_login_could_send_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Sha512Crypt.Hash("a\0b", "salt"));
        Assert.ThrowsAny<ArgumentException>(() => Sha512Crypt.Hash("\ud800", "salt"));
        Assert.ThrowsAny<ArgumentException>(() => Sha512Crypt.Hash(new string('a', 512), "salt"));
        Assert.True(Sha512Crypt.Verify(new string('a', 511), Sha512Crypt.Hash(new string('a', 511), "salt", 1000)));
        Assert.False(Sha512Crypt.Verify("a\0b", Sha512Crypt.Hash("a", "salt", 1000)));
    }

    [Fact]
    public void A_hash_gives_its_salt_and_rounds_back()
    {
        var hash = Sha512Crypt.Hash("password", "abc", 2000);
        Assert.Equal(("abc", (int?)2000), (hash.Salt, hash.Rounds));
        Assert.Null(Sha512Crypt.Hash("password", "abc").Rounds);
    }
}
