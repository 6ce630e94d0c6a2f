using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

public sealed class OriginValueTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_checksum_is_read_with_or_without_its_prefix()
    {
        ValueAssert.Accepts<Sha256Digest>(Hex);
        ValueAssert.Accepts<Sha256Digest>(Hex.ToUpperInvariant(), Hex);
        Assert.Equal("sha256:" + Hex, ValueAssert.Accepts<Sha256Digest>("sha256:" + Hex, Hex).Prefixed);
        ValueAssert.Refuses<Sha256Digest>("", "64 hexadecimal digits");
        ValueAssert.Refuses<Sha256Digest>(Hex[1..], "has 63 characters");
        ValueAssert.Refuses<Sha256Digest>(Hex[1..] + "g", "“g”");
        ValueAssert.Refuses<Sha256Digest>(Hex + "\n", "has 65 characters");
    }

    [Theory]
    [InlineData("quay.io/fedora/fedora-bootc:43", "quay.io", "fedora/fedora-bootc", "43", null)]
    [InlineData("fedora", "", "fedora", null, null)]
    [InlineData("ublue-os/base", "", "ublue-os/base", null, null)]
    [InlineData("localhost/veilor:0.6.0", "localhost", "veilor", "0.6.0", null)]
    [InlineData("localhost:5000/a", "localhost:5000", "a", null, null)]
    [InlineData("fedora:43", "", "fedora", "43", null)]
    [InlineData("ghcr.io/a/b__c.d-e@sha256:" + Hex, "ghcr.io", "a/b__c.d-e", null, "sha256:" + Hex)]
    [InlineData("ghcr.io/a/b:1@sha256:" + Hex, "ghcr.io", "a/b", "1", "sha256:" + Hex)]
    public void An_image_reference_is_taken_apart(string text, string registry, string repository, string? tag, string? digest)
    {
        var reference = ValueAssert.Accepts<ImageReference>(text);
        Assert.Equal((registry, repository, tag, digest), (reference.Registry, reference.Repository, reference.Tag, reference.Digest));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("docker://quay.io/a/b", "docker://")]
    [InlineData("quay.io/Fedora/x", "“fedora/x”")]
    [InlineData("Quay.io/a", "“quay.io”")]
    [InlineData("quay.io/", "repository is missing")]
    [InlineData("quay.io/a/b:", "not a tag")]
    [InlineData("quay.io/a/b:-1", "not a tag")]
    [InlineData("quay.io/a b", "a space")]
    [InlineData("quay.io/a//b", "not a repository")]
    [InlineData("quay.io/a___b", "not a repository")]
    [InlineData("quay.io/a$b", "not a repository")]
    [InlineData("a@sha256:1234", "not a digest")]
    [InlineData("a@", "not a digest")]
    [InlineData("host:port/a", "not a registry")]
    [InlineData("a\u200f/b", "U+200F")]
    public void What_is_no_image_reference_is_refused(string text, string words) => ValueAssert.Refuses<ImageReference>(text, words);

    [Fact]
    public void A_reference_can_be_pinned()
    {
        var reference = ImageReference.Parse("quay.io/fedora/fedora-bootc:43");
        Assert.Equal($"quay.io/fedora/fedora-bootc:43@sha256:{Hex}", reference.WithDigest(Sha256Digest.Parse(Hex)).ToString());
        Assert.Equal("quay.io/fedora/fedora-bootc:44", reference.WithTag("44").ToString());
        Assert.Throws<FormatException>(() => reference.WithTag("a b"));
        Assert.Equal("quay.io/fedora/fedora-bootc", reference.Name);
    }

    [Theory]
    [InlineData("https://example.org/a/gum_0.17.0_Linux_x86_64.tar.gz", "gum_0.17.0_Linux_x86_64.tar.gz")]
    [InlineData("https://example.org/fedora-$releasever-$basearch/", "")]
    [InlineData("http://[::1]:8080/x?y=1&z=2#f", "x")]
    public void An_address_is_read_as_it_is(string text, string fileName) =>
        Assert.Equal(fileName, ValueAssert.Accepts<HttpUrl>(text).FileName);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("ftp://example.org/", "https://")]
    [InlineData("example.org", "https://")]
    [InlineData("https://", "not a complete address")]
    [InlineData("https://user:secret@example.org/", "user name")]
    [InlineData("https://example.org/a b", "a space")]
    [InlineData("https://example.org/\"", "“\"”")]
    [InlineData("https://example.org/`id`", "“`”")]
    [InlineData("https://example.org/\n", "a line break")]
    public void What_is_no_address_is_refused(string text, string words) => ValueAssert.Refuses<HttpUrl>(text, words);

    [Theory]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz")]
    [InlineData("$6$$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inzz")]
    public void A_broken_sha512crypt_hash_is_refused(string text) => ValueAssert.Refuses<PasswordHash>(text, "incomplete");

    [Theory]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz")]
    [InlineData("hunter2")]
    [InlineData("$y$j9T$secret")]
    [InlineData("!secret")]
    public void A_refusal_never_repeats_the_secret(string text)
    {
        Assert.False(PasswordHash.TryParse(text, out _, out var error));
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
        Assert.DoesNotContain("svn8", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.")]
    public void A_sha512crypt_hash_is_read(string text) => ValueAssert.Accepts<PasswordHash>(text);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("$y$j9T$abc$def", "yescrypt")]
    [InlineData("$5$salt$hash", "sha256crypt")]
    [InlineData("$1$salt$hash", "MD5")]
    [InlineData("$2b$12$abc", "bcrypt")]
    [InlineData("!", "locks")]
    [InlineData("*", "locks")]
    [InlineData("hunter2", "plain password")]
    [InlineData("$6$rounds=10$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1", "1000 to")]
    [InlineData("$6$rounds=1000000000$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1", "1000 to")]
    public void Every_other_kind_of_password_is_explained(string text, string words) => ValueAssert.Refuses<PasswordHash>(text, words);
}
