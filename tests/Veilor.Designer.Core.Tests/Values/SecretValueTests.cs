using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

public sealed class SecretValueTests
{
    [Theory]
    [InlineData("token")]
    [InlineData("Repo.token_2-x")]
    public void An_id_is_letters_digits_dots_hyphens_and_underscores(string text) =>
        Assert.Equal(text, SecretId.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("a,b")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("é")]
    public void Another_id_is_refused_with_what_is_allowed(string text)
    {
        Assert.False(SecretId.TryParse(text, out _, out var error));
        Assert.Contains("letters, digits, dots, hyphens and underscores", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/home/me/my keys/token", true)]
    [InlineData("/run/user/1000/token=", true)]
    [InlineData("REPO_TOKEN", false)]
    [InlineData("_T2", false)]
    public void A_source_is_a_full_path_or_a_variable(string text, bool isFile)
    {
        var source = SecretSource.Parse(text);
        Assert.Equal((text, isFile), (source.ToString(), source.IsFile));
    }

    [Theory]
    [InlineData("", "Nothing says where")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345", "looks like the secret itself")]
    [InlineData("hunter2", "neither a full path nor the name of a variable")]
    [InlineData("repo_token", "in capitals")]
    [InlineData("2TOKENS", "neither a full path")]
    [InlineData("secrets/token", "neither a full path")]
    [InlineData("~/token", "neither a full path")]
    [InlineData("/home/me/../token", "written out")]
    [InlineData("/home/me/", "written out")]
    [InlineData("/home/me/a,b", "comma")]
    [InlineData("/home/me/a\u202eb", "cannot contain")]
    public void The_secret_itself_and_what_podman_cannot_take_are_refused(string text, string why)
    {
        Assert.False(SecretSource.TryParse(text, out _, out var error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_is_the_packages_every_script_or_one()
    {
        Assert.Same(SecretStep.Packages, SecretStep.Parse("packages"));
        Assert.Same(SecretStep.Scripts, SecretStep.Parse("scripts"));
        Assert.Equal(RelativePath.Parse("lib/10-own.sh"), SecretStep.Parse("scripts/lib/10-own.sh").Script);
        Assert.False(SecretStep.TryParse("scripts/../x", out _, out _));
        Assert.False(SecretStep.TryParse("package", out _, out var error));
        Assert.Contains("packages, scripts", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/dnf/vars/token", "")]
    [InlineData("/a,b", "comma")]
    [InlineData("etc/token", "slash")]
    public void A_place_is_an_absolute_path_without_a_comma(string text, string why)
    {
        Assert.Equal(why.Length == 0, SecretPlace.TryParse(text, out _, out var error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }
}
