using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Tests.Storage;

public sealed class UnreadableDesignTests
{
    [Theory]
    [InlineData("format = 1\n[image\nname = \"a\"\n", 2, 7, "")]
    [InlineData("format = 1\n[image]\nname = \"a\n", 3, 10, "")]
    [InlineData("format = 1\n[image]\nname = a\n", 3, 8, "")]
    [InlineData("format = 1\n[image]\nname = \"a\"\nname = \"b\"\n", 4, 1, "name")]
    [InlineData("format = 1\n[image]\nname = \"a\"\n[image]\ntitle = \"b\"\n", 4, 1, "image")]
    [InlineData("", 1, 1, "'format' is missing")]
    [InlineData("[image]\nname = \"a\"\n", 1, 1, "'format' is missing")]
    [InlineData("format = 2\n", 1, 10, "format 2 is newer than this program, which reads up to 1")]
    [InlineData("format = \"1\"\n", 1, 10, "a whole number is expected")]
    [InlineData("format = 0\n", 1, 10, "a whole number is expected")]
    [InlineData("format = 1\nimag = 1\n", 2, 1, "did you mean 'image'?")]
    [InlineData("format = 1\n[sytem]\nhostname = \"a\"\n", 2, 2, "did you mean 'system'?")]
    [InlineData("format = 1\n[system]\nhostnam = \"a\"\n", 3, 1, "the key 'hostnam' is not known in [system]; did you mean 'hostname'?")]
    [InlineData("format = 1\n[system]\nxyz = \"a\"\n", 3, 1, "known are hostname, locale, keyboard")]
    [InlineData("format = 1\nsystem = 5\n", 2, 10, "a table is expected here, not an integer")]
    [InlineData("format = 1\n[[system]]\nhostname = \"a\"\n", 2, 3, "a table is expected here, not an array")]
    [InlineData("format = 1\n[system]\nhostname = 5\n", 3, 12, "system.hostname: a string is expected here, not an integer")]
    [InlineData("format = 1\n[system]\nhostname = \"a_b\"\n", 3, 12, "system.hostname: A host name cannot contain")]
    [InlineData("format = 1\n[system]\nhostname = [\"a\"]\n", 3, 12, "a string is expected here, not an array")]
    [InlineData("format = 1\n[workflow]\nenabled = \"yes\"\n", 3, 11, "true or false is expected here, not a string")]
    [InlineData("format = 1\n[workflow]\ntimeout_minutes = 30.0\n", 3, 19, "an integer is expected here, not a float")]
    [InlineData("format = 1\n[workflow]\ntimeout_minutes = 361\n", 3, 19, "a whole number from 1 to 360 is allowed")]
    [InlineData("format = 1\n[workflow]\ntimeout_minutes = 9223372036854775807\n", 3, 19, "a whole number from 1 to 360 is allowed")]
    [InlineData("format = 1\n[workflow]\ntimeout_minutes = 99999999999999999999\n", 3, 19, "")]
    [InlineData("format = 1\n[workflow]\ntimeout_minutes = 2024-01-01\n", 3, 19, "not a date or time")]
    [InlineData("format = 1\n[packages]\ninstall = \"htop\"\n", 3, 11, "an array is expected here, not a string")]
    [InlineData("format = 1\n[packages]\ninstall = [\n  \"htop\",\n  5,\n]\n", 5, 3, "a string is expected here, not an integer")]
    [InlineData("format = 1\n[packages]\ninstall = [\"htop\", \"htop\"]\n", 3, 20, "'htop' is listed twice")]
    [InlineData("format = 1\n[installer]\nmode = \"automatic\"\n", 3, 8, "allowed are interactive, unattended")]
    [InlineData("format = 1\n[users]\naccounts = 5\n", 3, 12, "a list of tables is expected here, not an integer")]
    [InlineData("format = 1\n[users]\naccounts = [5]\n", 3, 13, "a table is expected here, not an integer")]
    [InlineData("format = 1\n[[users.accounts]]\nfull_name = \"Ada\"\n", 3, 1, "'name' is missing")]
    [InlineData("format = 1\n[[users.accounts]]\nname = \"ada\"\nsudo = true\n", 4, 1, "the key 'sudo' is not known in users.accounts")]
    [InlineData("format = 1\n[[users.accounts]]\nname = \"ada\"\nuid = 5\n", 4, 7, "1000 to 60000")]
    [InlineData("format = 1\n[[users.accounts]]\nname = \"ada\"\npassword = \"secret\"\n", 4, 12, "looks like a plain password")]
    [InlineData("format = 1\n[[users.accounts]]\nname = \"ada\"\n\n[[users.accounts]]\nname = \"ada\"\n", 6, 1, "there are two of 'ada'")]
    [InlineData("format = 1\n[kernel]\narguments = [\n  { argument = \"quiet\" },\n  { argument = \"a b\" },\n]\n", 5, 16, "A blank separates arguments")]
    [InlineData("format = 1\n[image]\ntitle = \"a\\nb\"\n", 3, 9, "it must be one line")]
    [InlineData("format = 1\n[image]\ntitle = \"a\\u202Eb\"\n", 3, 9, "U+202E")]
    [InlineData("format = 1\n[image]\ntitle = \"a\\u0000b\"\n", 3, 9, "U+0000")]
    public void A_fault_is_reported_at_its_place(string text, int line, int column, string message)
    {
        var read = DesignToml.Read(text);
        Assert.Null(read.Design);
        var problem = Assert.Single(read.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Several_faults_are_reported_at_once_in_the_order_of_the_file()
    {
        var read = DesignToml.Read(
            """
            format = 1
            [system]
            hostnam = "a"
            locale = 5
            [sytem]
            [[users.accounts]]
            name = "Ada"
            uid = "x"
            [packages]
            install = ["a", "a", 7]
            """);
        Assert.Null(read.Design);
        Assert.Equal([3, 4, 5, 7, 8, 10, 10], read.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_windows_file_is_read_like_any_other()
    {
        var read = DesignToml.Read("\ufeffformat = 1\r\n[system]\r\nhostname = \"a\"\r\n");
        Assert.Empty(read.Problems);
        Assert.Equal("a", read.Design!.System.Hostname!.ToString());
    }
}
