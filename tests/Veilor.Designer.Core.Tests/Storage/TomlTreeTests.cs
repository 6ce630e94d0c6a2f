using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Tests.Storage;

public sealed class TomlTreeTests
{
    [Fact]
    public void Tables_of_a_list_may_stand_apart_in_the_file()
    {
        var result = DesignToml.Read(
            """
            format = 1
            [[users.accounts]]
            name = "ada"
            [system]
            hostname = "one"
            [[users.accounts]]
            name = "grace"
            """);

        Assert.Empty(result.Problems);
        Assert.Equal(["ada", "grace"], result.Design!.Users.Accounts.Select(account => account.Name.ToString()), StringComparer.Ordinal);
        Assert.Equal("one", result.Design.System.Hostname?.ToString());
    }

    [Fact]
    public void A_list_that_goes_on_after_another_table_keeps_what_its_table_held()
    {
        var result = DesignToml.Read("format = 1\n[users]\nlock_root = false\n[system]\nhostname = \"one\"\n[[users.accounts]]\nname = \"ada\"\n");

        Assert.Empty(result.Problems);
        Assert.False(result.Design!.Users.LockRoot);
        Assert.Equal("ada", Assert.Single(result.Design.Users.Accounts).Name.ToString());
    }

    [Theory]
    [InlineData("format = 1\n[image]\ntitle = \"a\\", 3)]
    [InlineData("\"\\", 1)]
    public void A_text_that_ends_behind_a_backslash_is_refused_at_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Single(DesignToml.Read(text).Problems).Line);

    [Theory]
    [InlineData("format = 1\n[system]\nhostname = \"a\"\nhostname = \"b\"\n", 4)]
    [InlineData("format = 1\n[system]\nhostname = \"a\"\n[system]\nlocale = \"en_US.UTF-8\"\n", 4)]
    public void What_is_given_twice_is_refused_at_its_line(string text, int line)
    {
        var problem = Assert.Single(DesignToml.Read(text).Problems);
        Assert.Equal(line, problem.Line);
    }
}
