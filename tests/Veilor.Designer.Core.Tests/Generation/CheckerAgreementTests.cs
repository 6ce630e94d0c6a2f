using CsCheck;
using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>A design without errors is one that the builders and the installer take: over every image type, front end and file system.</summary>
public sealed class CheckerAgreementTests
{
    [Fact]
    public void What_the_designer_calls_valid_the_builder_and_the_installer_take() =>
        ValidDesigns.Any.Sample(Judge, iter: Repetitions.Of(500, 20_000));

    [Fact]
    public void Every_type_is_reached_with_both_builders_and_every_file_system()
    {
        foreach (var type in ValidDesigns.Types)
        {
            foreach (var builder in Enum.GetValues<BuilderKind>())
            {
                foreach (var rootFileSystem in Enum.GetValues<RootFileSystem>())
                {
                    var design = ValidDesigns.Making(Sound, type);
                    design = design with { Outputs = design.Outputs with { Builder = builder, RootFileSystem = rootFileSystem } };
                    var errors = Compiled.Of(design, ValidDesigns.Content).Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => each.Code);
                    if (builder == BuilderKind.BootcImageBuilder && type.NeedsImageBuilder())
                    {
                        Assert.Equal(["VD8032"], errors, StringComparer.Ordinal);
                        Assert.Equal(CheckVerdict.Reject, BuilderConfigChecker.Check(Request(Compiled.Of(design), type)).Verdict);
                        continue;
                    }

                    Assert.Empty(errors);
                    Judge(design);
                }
            }
        }
    }

    [Fact]
    public void An_installer_container_is_refused_for_the_builder_s_reason_and_its_config_would_be_taken()
    {
        var compiled = Compiled.Of(Sound.Types(ImageType.BootcInstaller), ValidDesigns.Content);
        var request = Request(compiled, ImageType.BootcInstaller);

        var problem = Assert.Single(compiled.Diagnostics, each => each.Severity == DiagnosticSeverity.Error);
        var report = BuilderConfigChecker.Check(request);

        Assert.Contains(report.Error!, problem.Message, StringComparison.Ordinal);
        Assert.Equal(CheckVerdict.Accept, BuilderConfigChecker.Check(request with { PayloadRef = "quay.io/example/image" }).Verdict);
    }

    private static void Judge(ImageDesign design)
    {
        var compiled = Compiled.Of(design, ValidDesigns.Content);
        foreach (var type in design.Outputs.ImageTypes)
        {
            var request = Request(compiled, type);
            var report = BuilderConfigChecker.Check(request);
            Assert.True(report.Verdict == CheckVerdict.Accept, $"{type}: {report.Error}\n{request.Text}");
            Assert.Empty(report.Traps.Where(trap => trap.Severity == DiagnosticSeverity.Error).Select(trap => trap.Message));
        }

        Assert.NotEmpty(ContainerfileReader.Read(compiled.Document(BundlePaths.Containerfile).Text));
        foreach (var kickstart in compiled.Documents.Where(document => document.Language == DocumentLanguage.Kickstart))
        {
            foreach (var version in new[] { KickstartVersion.F43, KickstartVersion.F44 })
            {
                var report = KickstartChecker.Check(kickstart.Text, version);
                Assert.True(report.Verdict == CheckVerdict.Accept, $"{kickstart.Path}: {string.Join('\n', report.Errors.Select(each => each.Text))}\n{kickstart.Text}");
            }
        }
    }

    private static BuilderConfigRequest Request(CompiledDesign compiled, ImageType type) => new()
    {
        Text = BuilderCommand.ConfigPath(type) is { } path ? compiled.Document(path).Text : "",
        PayloadRef = compiled.Design.InstallerOf(type) is null ? null : compiled.Design.BuiltReference().ToString(),
        Types = [DeliveryFields.ImageTypes.Codec.Format(type)],
        Rootfs = DeliveryFields.RootFileSystem.Codec.Format(compiled.Design.Outputs.RootFileSystem),
        Builder = compiled.Design.Outputs.Builder == BuilderKind.ImageBuilder ? BuilderFrontEnd.ImageBuilder : BuilderFrontEnd.BootcImageBuilder,
    };
}
