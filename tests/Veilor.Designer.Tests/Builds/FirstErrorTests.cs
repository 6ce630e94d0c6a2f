using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Tests.Builds;

public sealed class FirstErrorTests
{
    private static readonly string[] Made = ["STEP 2/3: RUN dnf -y install a", "dracut-install: ERROR: no such thing", "--> 1234", "STEP 3/3: RUN make"];

    [Fact]
    public void A_warning_is_not_taken_for_the_error_that_ends_it() =>
        Assert.Equal("Error: statfs: real cause here", Find("time=\"x\" level=warning msg=\"Failed to decode foo\"", "Error: statfs: real cause here")!.Text);

    [Theory]
    [InlineData("warning: %post(x) scriptlet failed, exit status 1")]
    [InlineData("WARN[0000] Failed to add conmon to cgroupfs sandbox cgroup")]
    [InlineData("Installing: error-handling-lib-1.0")]
    [InlineData("copying src/error.c")]
    [InlineData("STEP 11/14: RUN echo warning error failed")]
    [InlineData("no terrors here")]
    [InlineData("+ echo error handling is fine")]
    [InlineData("++ test failed = never")]
    public void What_only_has_the_words_is_no_error(string line) => Assert.False(ErrorWords.ReadsLikeError(line));

    [Theory]
    [InlineData("useradd: group 'wheelx' does not exist")]
    [InlineData("make: *** [Makefile:2: all] Error 2")]
    [InlineData("dracut[E]: FAILED: /usr/lib/dracut/dracut-install")]
    [InlineData("Error: creating build container: broken")]
    [InlineData("mount: Operation not permitted.")]
    [InlineData("fatal: it broke")]
    [InlineData("Problem: package foo-1-1.noarch from fedora requires bar >= 2, and so on")]
    [InlineData("Problem 1: conflicting requests")]
    [InlineData("umount: /run/osbuild/tree: target is busy.")]
    [InlineData("mv: cannot move '/a': Device or resource busy")]
    public void What_tools_print_at_the_end_is_one(string line)
    {
        Assert.True(ErrorWords.ReadsLikeError(line));
        Assert.Contains(ErrorWords.Errors, word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_instruction_that_failed_is_named_and_what_came_before_it_counts_no_more()
    {
        var found = Find([.. Made, "make: *** Error 2", "Error: building at STEP \"RUN make\": exit status 2"])!;
        Assert.Equal((5, "make: *** Error 2", "STEP 3/3: RUN make"), (found.Line, found.Text, found.Instruction));
        Assert.Equal("make: *** Error 2 (in STEP 3/3: RUN make)", found.TextWithInstruction);
    }

    [Fact]
    public void The_problem_that_the_resolver_announces_is_the_error()
    {
        var found = Find("Failed to resolve the transaction:", "Problem: conflicting requests", "  - package a-1-1.noarch is not installable")!;
        Assert.Equal((2, "Problem: conflicting requests"), (found.Line, found.Text));
    }

    [Fact]
    public void An_error_line_before_a_vague_explanation_tells_more_than_it()
    {
        string[] lines = ["setfiles: Could not set context for /x: Operation not permitted", "error: cannot run osbuild: running osbuild failed: exit status 1"];
        var explanation = FailureTranslator.Explain(lines, FailureContext.None);
        Assert.Equal("builder-osbuild", explanation!.Id);
        Assert.True(Find(lines)!.Precedes(explanation));
        Assert.True(Find(lines)!.Precedes(null));
        Assert.False(Find("error: first", "x: no space left on device")!.Precedes(FailureTranslator.Explain(["error: first", "x: no space left on device"], FailureContext.None)));
    }

    [Fact]
    public void A_long_instruction_is_cut()
    {
        var found = Find($"STEP 1/1: RUN {new string('x', 500)}", "fatal: no")!;
        Assert.InRange(found.TextWithInstruction.Length, 120, 150);
    }

    [Fact]
    public void Without_any_complaint_the_last_line_is_shown()
    {
        var found = Find("one", "two")!;
        Assert.Equal((2, "two", "two"), (found.Line, found.Text, found.TextWithInstruction));
        Assert.Null(Find());
    }

    private static FirstError? Find(params string[] lines)
    {
        var search = new FirstErrorSearch();
        foreach (var (index, line) in lines.Index())
        {
            search.Add(index + 1, line, LogStream.Output);
        }

        return search.Found;
    }
}
