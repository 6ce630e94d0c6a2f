using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Rules;

namespace Veilor.Designer.Core.Tests.Validation;

public sealed class ArgumentValueFixTests
{
    [Theory]
    [InlineData("lockdown=integrty", "lockdown=integrity")]
    [InlineData("proc_mem.force_override=ptarce", "proc_mem.force_override=ptrace")]
    [InlineData("selinux=2", null)]
    [InlineData("audit=2", null)]
    [InlineData("audit", null)]
    [InlineData("lockdown=foo", null)]
    public void The_fix_takes_a_word_that_was_meant_and_removes_what_only_looks_like_another(string text, string? mended)
    {
        var design = Designs.Sound.Argument("quiet").Argument(text);

        var fix = Assert.Single(new ArgumentValueRule().Check(RuleInput.Of(design, DesignContent.Empty))).Fix!;

        Assert.Equal(["quiet", .. mended is null ? Array.Empty<string>() : [mended]], fix.Apply(design).Kernel.Arguments.Select(entry => entry.Argument.ToString()));
    }
}
