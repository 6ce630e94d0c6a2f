using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>A KDE template goes from one Fedora release to another: the unit of the login screen and its package follow the base.</summary>
public sealed class TemplateReleaseTests
{
    [Theory]
    [InlineData("veilor-os")]
    [InlineData("veilor-os-paranoid")]
    public void Moved_to_another_release_one_fix_makes_it_sound_again(string name)
    {
        var shipped = ShippedTemplate.Design(name);
        Assert.Empty(Errors(name, shipped));

        var moved = Move(shipped, 44);
        var error = Assert.Single(Errors(name, moved));
        Assert.Equal(ServicesFields.Enable.Path.Item("sddm.service"), error.Path);
        var onNext = error.Fix!.Apply(moved);
        Assert.Empty(Errors(name, onNext));
        Assert.Contains(UnitName.Parse("plasmalogin.service"), onNext.Services.Enable);
        Assert.Contains(PackageSpec.Parse("plasma-login-manager"), onNext.Packages.Install);
        Assert.DoesNotContain("sddm", DesignToml.ToText(onNext), StringComparison.Ordinal);

        var back = Move(onNext, 43);
        Assert.Equal(shipped, Assert.Single(Errors(name, back)).Fix!.Apply(back));
    }

    private static ImageDesign Move(ImageDesign design, int release) =>
        ImageFields.Base.Set(design, ImageReference.Parse($"quay.io/fedora/fedora-bootc:{release}"));

    private static List<Diagnostic> Errors(string name, ImageDesign design) =>
        [.. DesignCompiler.Compile(design, ShippedTemplate.Content(name)).Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)];
}
