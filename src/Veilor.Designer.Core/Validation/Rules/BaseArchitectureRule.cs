using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// Bazzite, Aurora, Bluefin and the images of ublue-os/main are built for x86_64 alone; Bluefin LTS and uCore for aarch64 as well (their
/// .github/workflows, of August 2026).
/// </summary>
public sealed class BaseArchitectureRule() : DesignRule("VD1011", DiagnosticSeverity.Warning, "The base is not made for the architecture")
{
    private const string Owner = "/ublue-os/";

    private static readonly string[] Families = ["bazzite", "aurora", "bluefin"];

    private static readonly string[] Main = ["silverblue-main", "silverblue-nvidia", "kinoite-main", "kinoite-nvidia"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (IsForX86(input.Design.Image.Base) && ImageFields.Architectures.Contains(input.Design, Architecture.Aarch64))
        {
            yield return Report(
                ImageFields.Architectures.Path,
                $"{input.Design.Image.Base.Name} is made for x86_64 alone, so podman finds no image for aarch64 and the build ends at FROM.",
                "Build for x86_64",
                design => ImageFields.Architectures.Set(design, [Architecture.X86_64]));
        }
    }

    private static bool IsForX86(ImageReference image)
    {
        var at = image.Name.IndexOf(Owner, StringComparison.Ordinal);
        var name = at < 0 ? "" : image.Name[(at + Owner.Length)..];
        return Array.IndexOf(Main, name) >= 0
            || (Array.Exists(Families, family => name.Length >= family.Length && name.StartsWith(family, StringComparison.Ordinal) && (name.Length == family.Length || name[family.Length] == '-'))
                && image.Tag?.StartsWith("lts", StringComparison.Ordinal) is not true && !name.Contains("lts", StringComparison.Ordinal) && !name.EndsWith("-gdx", StringComparison.Ordinal));
    }
}
