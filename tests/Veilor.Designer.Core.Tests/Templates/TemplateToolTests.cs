using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>What the builders and the installer would say about the documents of each template.</summary>
public sealed class TemplateToolTests
{
    public static TheoryData<string> Names => [.. ShippedTemplate.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_builder_takes_the_config_of_every_image_type(string name)
    {
        var compiled = ShippedTemplate.Compile(name);
        Assert.NotEmpty(compiled.Design.Outputs.ImageTypes);
        foreach (var type in compiled.Design.Outputs.ImageTypes)
        {
            var path = type.IsIso() ? BundlePaths.IsoConfig : BundlePaths.DiskConfig;
            var report = BuilderConfigChecker.Check(new BuilderConfigRequest
            {
                Text = compiled.FindDocument(path)!.Text,
                Types = [DeliveryFields.ImageTypes.Codec.Format(type)],
                Rootfs = DeliveryFields.RootFileSystem.Codec.Format(compiled.Design.Outputs.RootFileSystem),
                Builder = compiled.Design.Outputs.Builder == BuilderKind.ImageBuilder ? BuilderFrontEnd.ImageBuilder : BuilderFrontEnd.BootcImageBuilder,
            });
            Assert.True(report.Verdict == CheckVerdict.Accept, $"{path}: {report.Error}");
            Assert.Empty(report.Traps.Where(trap => trap.Severity == DiagnosticSeverity.Error).Select(trap => trap.Message));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_installer_takes_every_kickstart(string name)
    {
        var kickstarts = ShippedTemplate.Compile(name).Documents.Where(document => document.Language == DocumentLanguage.Kickstart).ToList();
        Assert.NotEmpty(kickstarts);
        foreach (var kickstart in kickstarts)
        {
            foreach (var version in new[] { KickstartVersion.F43, KickstartVersion.F44 })
            {
                var report = KickstartChecker.Check(kickstart.Text, version);
                Assert.True(report.Verdict == CheckVerdict.Accept, $"{kickstart.Path}: {string.Join('\n', report.Errors.Select(each => each.Text))}\n{kickstart.Text}");
            }
        }
    }
}
