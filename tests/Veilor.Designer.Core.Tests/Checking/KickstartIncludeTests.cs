using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.Kickstart;

namespace Veilor.Designer.Core.Tests.Checking;

/// <summary>Included files that are handed in; the expected texts were printed by pykickstart.</summary>
public sealed class KickstartIncludeTests
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["lang.ks"] = "lang en_US.UTF-8\ntext\n",
        ["wrong.ks"] = "text\n\nrebot\n",
        ["packages.inc"] = "vim\n# a comment\nmc\n",
        ["outer.ks"] = "%include inner.ks\n",
        ["inner.ks"] = "rebot\n",
        ["self.ks"] = "%include self.ks\n",
        ["root.ks"] = "part / --size=0\n",
    };

    [Theory]
    [InlineData("%include lang.ks\nreboot\n", null)]
    [InlineData("%packages\n%include packages.inc\n%end\nreboot\n", null)]
    [InlineData("%post\n%include packages.inc\n%end\nrebot\n", "The following problem occurred on line 4 of the kickstart file: Unknown command: rebot")]
    [InlineData("%include wrong.ks\n", "The following problem occurred on line 3 of the kickstart file: Unknown command: rebot")]
    [InlineData("text\n%include outer.ks\n", "The following problem occurred on line 1 of the kickstart file: Unknown command: rebot")]
    [InlineData("%include no.ks\n", "The following problem occurred on line 0 of the kickstart file: Unable to open input kickstart file: Error opening file: [Errno 2] No such file or directory: 'no.ks'")]
    public void A_file_that_is_there_is_read_in_its_place(string text, string? error)
    {
        var report = KickstartChecker.Check(text, KickstartVersion.F43, Read);

        Assert.Equal(error, report.Errors.FirstOrDefault()?.Text);
        Assert.Equal(error is null ? CheckVerdict.Accept : CheckVerdict.Reject, report.Verdict);
    }

    [Fact]
    public void A_file_that_includes_itself_ends() =>
        Assert.Equal("maximum recursion depth exceeded", KickstartChecker.Check("%include self.ks\n", KickstartVersion.F43, Read).Errors.Single().Text);

    [Fact]
    public void A_trap_in_an_included_file_stands_at_the_line_that_includes_it()
    {
        var trap = KickstartChecker.Check("text\n\n%include root.ks\n", KickstartVersion.F43, Read).Traps.Single(each => each.Rule == "size-not-positive");

        Assert.Equal((3, 1), (trap.Line, trap.Column));
        Assert.StartsWith("root.ks, line 1: ", trap.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%pre\necho > /tmp/part\n%end\n%include /tmp/part\n", "Info", 4)]
    [InlineData("%include other.ks\n", "Warning", 1)]
    public void Of_a_file_that_is_not_there_it_is_said_when_that_is_normal(string text, string severity, int line)
    {
        var trap = KickstartChecker.Check(text, KickstartVersion.F43, Read).Traps.Single(each => each.Rule == "include-not-read");

        Assert.Equal((severity, line, 10), (trap.Severity.ToString(), trap.Line, trap.Column));
    }

    private static IncludedFile Read(string path, string? from) => Files.TryGetValue(path, out var text) ? new IncludedFile(path, text) : IncludedFile.Missing(path);
}
