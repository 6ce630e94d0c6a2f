using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Passwords;
using Veilor.Designer.Core.Validation.Rules;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Passwords;

public sealed class KnownPasswordsTests
{
    public static TheoryData<string> Guesses => [.. KnownPasswords.Guesses];

    [Theory]
    [MemberData(nameof(Guesses))]
    public void Every_guess_is_found_and_the_report_does_not_hold_it(string password)
    {
        var design = Sound.Enable("sshd.service").Ada(user => user with { Password = Sha512Crypt.Hash(password, "saltsalt") });

        var found = new KnownPasswordRule().Check(Diagnostics.RuleInput.Of(design, Content.DesignContent.Empty)).ToList();

        var text = Assert.Single(found).Message;
        Assert.DoesNotContain($"'{password}'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_of_the_user_is_guessed_anew()
    {
        var account = new UserAccount { Name = UnixName.Parse("ada"), Password = Sha512Crypt.Hash("lovelace", "saltsalt") };
        Assert.False(KnownPasswords.Has(account, ImageName.Parse("image")));
        Assert.True(KnownPasswords.Has(account with { Name = UnixName.Parse("lovelace") }, ImageName.Parse("image")));
        Assert.True(KnownPasswords.Has(account, ImageName.Parse("lovelace")));
    }
}
