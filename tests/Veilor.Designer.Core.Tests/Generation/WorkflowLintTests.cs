using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Generation;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Every combination of what shapes the workflow, in one run of actionlint.</summary>
public sealed class WorkflowLintTests
{
    [Fact]
    public void Actionlint_has_nothing_to_say_about_any_workflow()
    {
        var folder = Directory.CreateTempSubdirectory("veilor-workflows-").FullName;
        try
        {
            var texts = Designs().Select(design => Compiled.Of(design).Document(BundlePaths.Workflow).Text).Distinct(StringComparer.Ordinal).ToList();
            var files = texts.Select((text, index) =>
            {
                var path = Path.Combine(folder, $"{index}.yml");
                File.WriteAllText(path, text);
                return path;
            });
            Assert.InRange(texts.Count, 40, int.MaxValue);
            Assert.Equal("", ExternalProgram.Run(Path.Combine(ShippedTemplate.RepositoryRoot, "tests", "actionlint"), [.. files]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<ImageDesign> Designs()
    {
        bool[] both = [false, true];
        Architecture[][] architectures = [[Architecture.X86_64], [Architecture.Aarch64], [Architecture.X86_64, Architecture.Aarch64]];
        return
            from signed in both
            from iso in both
            from release in both
            from isPublished in both
            from arches in architectures
            from builder in Enum.GetValues<BuilderKind>()
            from title in new[] { "Own", "it's \"${{ github.token }}\" $(id)" }
            select new ImageDesign
            {
                Image = Validation.Designs.Sound.Image with { Title = title, Architectures = [.. arches] },
                Publish = new PublishSection { Repository = isPublished ? ImageReference.Parse("ghcr.io/example/image") : null, Signed = signed },
                Workflow = new WorkflowSection { Enabled = true, BuildIso = iso, Release = release },
                Outputs = new OutputsSection { ImageTypes = [ImageType.AnacondaIso], Builder = builder },
            };
    }
}
