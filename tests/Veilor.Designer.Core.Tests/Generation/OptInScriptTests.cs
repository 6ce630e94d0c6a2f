using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class OptInScriptTests
{
    private static readonly ImageDesign Design = Sound.With(DesignCatalogue.Argument("mem_encrypt"));

    [Fact]
    public void An_argument_that_can_stop_a_boot_stays_out_of_kargs_d()
    {
        var compiled = Compiled.Of(Design);

        Assert.DoesNotContain("mem_encrypt", compiled.Document(BundlePaths.KernelArguments(Design.Image.Name, architecture: null)).Text, StringComparison.Ordinal);
        Assert.Contains("\noffered=(\n  'mem_encrypt=on'\n)\n", compiled.Document(BundlePaths.OptInArguments(Design.Image.Name)).Text, StringComparison.Ordinal);
        Assert.True(compiled.Document(BundlePaths.OptInArguments(Design.Image.Name)).IsExecutable);
    }

    [Fact]
    public void The_fix_moves_it_there()
    {
        var design = Sound.Argument("mem_encrypt=on");
        var fix = Compiled.Of(design).Diagnostics.Single(each => each.Code is "VD4003").Fix!;

        Assert.Equal([KernelArgument.Parse("mem_encrypt=on")], fix.Apply(design).Kernel.OptIn);
        Assert.True(fix.Apply(design).Kernel.Arguments.IsEmpty);
    }

    /// <summary>The script runs against a stand-in for rpm-ostree that says what it was told.</summary>
    [Fact]
    public void It_lists_adds_and_removes_what_the_image_offers_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("veilor-opt-in-").FullName;
        try
        {
            var script = Path.Combine(folder, "arguments");
            System.IO.File.WriteAllText(script, Compiled.Of(Design.With(DesignCatalogue.Argument("oops_panic"))).Document(BundlePaths.OptInArguments(Design.Image.Name)).Text);
            System.IO.File.WriteAllText(Path.Combine(folder, "rpm-ostree"), "#!/bin/sh\necho \"told $*\"\n");
            System.IO.File.SetUnixFileMode(Path.Combine(folder, "rpm-ostree"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            string Run(string arguments) => ExternalProgram.Run("bash", "-c", $"PATH={folder}:$PATH; bash {script} {arguments} 2>&1; echo status $?");

            Assert.Equal("off  mem_encrypt=on\noff  oops=panic\nstatus 0\n", Run("list"));
            Assert.StartsWith("told kargs --append-if-missing=oops=panic\n", Run("add oops=panic"), StringComparison.Ordinal);
            Assert.StartsWith("told kargs --delete-if-present=oops=panic\n", Run("remove oops=panic"), StringComparison.Ordinal);
            Assert.Equal("init=/bin/sh is not offered by this image\nstatus 1\n", Run("add init=/bin/sh"));
            Assert.EndsWith("status 2\n", Run("add"), StringComparison.Ordinal);
            Assert.Equal("", ExternalProgram.Run("shellcheck", script));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
