using Bunit;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

/// <summary>What follows from another kernel and from drivers stands beside the choice.</summary>
public sealed class KernelNoteTests : FormTests
{
    [Fact]
    public void The_kernel_of_the_base_without_drivers_needs_no_word()
    {
        Assert.Empty(Open("packages").FindAll("[data-testid=kernel-note]"));
    }

    [Fact]
    public void Another_kernel_tells_of_updates_and_of_the_key_of_its_signer()
    {
        var page = Open("packages");
        ById(page, "packages.kernel").Input("kernel-longterm");
        ById(page, "packages.kernel").KeyDown("Enter");

        var note = page.Find("[data-testid=kernel-note]").TextContent;
        Assert.Contains("Fixes of kernel-longterm reach machines only when you build again.", note, StringComparison.Ordinal);
        Assert.Contains("mokutil --import", note, StringComparison.Ordinal);
        Assert.DoesNotContain("akmods --force", note, StringComparison.Ordinal);

        Editor.Apply(new(PackagesFields.Kernel.Path, "back", design => PackagesFields.Kernel.Set(design, [])));
        page.Render();
        Assert.Empty(page.FindAll("[data-testid=kernel-note]"));
    }

    [Theory]
    [InlineData("akmod-nvidia", "akmods --force --kernels VERSION")]
    [InlineData("xpadneo-dkms", "dkms autoinstall -k VERSION")]
    [InlineData("kmod-v4l2loopback", "holds a driver for one version of one kernel")]
    public void A_driver_tells_how_it_is_compiled_signed_and_let_in(string package, string sentence)
    {
        var design = PackagesFields.Install.Add(new ImageDesign(), PackageSpec.Parse(package));
        var note = Open("packages", design).Find("[data-testid=kernel-note]").TextContent;
        Assert.Contains(package, note, StringComparison.Ordinal);
        Assert.Contains(sentence, note, StringComparison.Ordinal);
        Assert.Contains("Sign with a key that you keep outside the image", note, StringComparison.Ordinal);
        Assert.Contains("Enroll MOK", note, StringComparison.Ordinal);
        Assert.DoesNotContain("Fixes of", note, StringComparison.Ordinal);
    }
}
