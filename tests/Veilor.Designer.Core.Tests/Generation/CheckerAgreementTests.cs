using CsCheck;
using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Tests.Storage;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>A design without errors is one that the builders and the installer take: over every image type, front end and file system.</summary>
public sealed class CheckerAgreementTests
{
    private static readonly Gen<StorageSection> Layout = Gen.Select(
        Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.OneOf("/home", "/var/lib/data", "/srv", "/data"), Gen.Int[0, 40], Gen.Enum<WipePolicy>(), ValueGen.Maybe(ValueGen.Disk),
        (kind, isEncrypted, hasSwap, mount, gibibytes, wipe, disk) =>
        {
            var size = $"{gibibytes + 4} GiB";
            var design = kind switch
            {
                0 => Sound.Layout(),
                1 => Sound.Layout(Partition("root", FileSystemKind.Ext4, "/", size)),
                2 => Sound.Layout(Partition("efi", FileSystemKind.Efi, mountPoint: null, "600 MiB"), Partition("boot", FileSystemKind.Xfs, "/boot"), Partition("root", FileSystemKind.Xfs, "/", size) with { Encrypted = isEncrypted }, Partition("data", FileSystemKind.Ext4, mount)),
                _ => Sound.Layout(Partition("efi", FileSystemKind.Efi, "/boot/efi", "600 MiB"), Partition("boot", FileSystemKind.Ext4, "/boot"), Partition("disk", FileSystemKind.Btrfs, mountPoint: null, size) with { Encrypted = isEncrypted, Grow = true })
                    .Volumes(Subvolume("root", "/", "disk"), Subvolume("more", mount, "disk")),
            };
            design = hasSwap && kind > 0 ? design.Part(Partition("swap", FileSystemKind.Swap, mountPoint: null, "3 GiB")) : design;
            return design.Storage with { Wipe = wipe, TargetDisk = disk };
        });

    /// <summary>Designs without errors: random ones, with a layout that can be made and without what only a real folder could satisfy.</summary>
    private static readonly Gen<ImageDesign> Valid = Gen.Select(DesignGen.WithoutOwnLines, Layout, Gen.Enum<ImageType>(), (design, storage, type) => design with
    {
        Image = design.Image with { Base = Sound.Image.Base, Architectures = [Core.Design.Architecture.X86_64] },
        Packages = new PackagesSection { Install = design.Packages.Install },
        Services = new ServicesSection(),
        Scripts = new ScriptsSection(),
        Overlay = new OverlaySection(),
        System = design.System with { FirewallServices = [] },
        Storage = storage,
        Outputs = design.Outputs with { ImageTypes = [type] },
    }).Where(design => !Compiled.Of(design).HasErrors);

    [Fact]
    public void What_the_designer_calls_valid_the_builder_and_the_installer_take() =>
        Valid.Sample(Judge, iter: Repetitions.Of(250) > 250 ? 20_000 : 250);

    [Theory]
    [InlineData(ImageType.AnacondaIso)]
    [InlineData(ImageType.Qcow2)]
    [InlineData(ImageType.Raw)]
    [InlineData(ImageType.Vmdk)]
    [InlineData(ImageType.Vhd)]
    [InlineData(ImageType.Gce)]
    [InlineData(ImageType.Ova)]
    [InlineData(ImageType.Ami)]
    public void Every_type_is_reached_with_both_builders_and_every_file_system(ImageType type)
    {
        foreach (var builder in Enum.GetValues<BuilderKind>())
        {
            foreach (var rootFileSystem in Enum.GetValues<RootFileSystem>())
            {
                var design = Sound.Types(type).Layout();
                design = design with { Outputs = design.Outputs with { Builder = builder, RootFileSystem = rootFileSystem } };
                Assert.False(Compiled.Of(design).HasErrors);
                Judge(design);
            }
        }
    }

    private static void Judge(ImageDesign design)
    {
        var compiled = Compiled.Of(design);
        foreach (var type in design.Outputs.ImageTypes)
        {
            var report = BuilderConfigChecker.Check(new BuilderConfigRequest
            {
                Text = compiled.Document(BuilderCommand.ConfigPath(type)).Text,
                Types = [DeliveryFields.ImageTypes.Codec.Format(type)],
                Rootfs = DeliveryFields.RootFileSystem.Codec.Format(design.Outputs.RootFileSystem),
                Builder = design.Outputs.Builder == BuilderKind.ImageBuilder ? BuilderFrontEnd.ImageBuilder : BuilderFrontEnd.BootcImageBuilder,
            });
            Assert.True(report.Verdict == CheckVerdict.Accept, $"{type}: {report.Error}\n{compiled.Document(BuilderCommand.ConfigPath(type)).Text}");
            Assert.Empty(report.Traps.Where(trap => trap.Severity == DiagnosticSeverity.Error).Select(trap => trap.Message));
        }

        foreach (var kickstart in compiled.Documents.Where(document => document.Language == DocumentLanguage.Kickstart))
        {
            foreach (var version in new[] { KickstartVersion.F43, KickstartVersion.F44 })
            {
                var report = KickstartChecker.Check(kickstart.Text, version);
                Assert.True(report.Verdict == CheckVerdict.Accept, $"{kickstart.Path}: {string.Join('\n', report.Errors.Select(each => each.Text))}\n{kickstart.Text}");
            }
        }
    }
}
