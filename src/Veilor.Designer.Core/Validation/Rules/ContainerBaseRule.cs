using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: image X is not a bootc image (label containers.bootc).</summary>
public sealed class ContainerBaseRule() : DesignRule("VD1005", DiagnosticSeverity.Error, "The base is no bootable image")
{
    private static readonly string[] Names =
    [
        "fedora", "fedora-minimal", "fedora-toolbox", "centos", "ubi8", "ubi9", "ubi10", "ubi-minimal", "almalinux", "rockylinux", "debian", "ubuntu",
        "alpine", "archlinux", "busybox", "opensuse", "leap", "tumbleweed",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var name = input.Design.Image.Base.Repository;
        if (Array.IndexOf(Names, name[(name.LastIndexOf('/') + 1)..]) >= 0)
        {
            yield return Report(ImageFields.Base.Path, $"'{input.Design.Image.Base}' is an image for application containers: it has no kernel and no bootc. Use a base such as quay.io/fedora/fedora-bootc:43.", "Use fedora-bootc", design => ImageFields.Base.Set(design, ImageReference.Parse("quay.io/fedora/fedora-bootc:43")));
        }
    }
}
