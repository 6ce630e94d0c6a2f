using BenchmarkDotNet.Attributes;
using Veilor.Designer.Benchmarks.Designs;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Benchmarks.Compile;

/// <summary>
/// All rules and all generators: once for a design that nothing is known about, and after edits, as the editor compiles
/// with every key. The files beside the design were read before, as they are while a design is open.
/// </summary>
public class CompileBenchmark
{
    private DesignContent _content = DesignContent.Empty;
    private ImageDesign _design = new();
    private CompiledDesign _last = null!;
    private ImageDesign _edited = new();
    private bool _isEdited;

    [Params("veilor-os", "large")]
    public string Design { get; set; } = "";

    [GlobalSetup(Target = nameof(FromScratch))]
    public void Open() => Prepare(design => design);

    [GlobalSetup(Target = nameof(AfterAKeyInTheTitle))]
    public void EditTitle() => Prepare(design => ImageFields.Title.Set(design, design.Image.Title + "x"));

    [GlobalSetup(Target = nameof(AfterAKeyInTheHostName))]
    public void EditHostname() => Prepare(design => SystemFields.Hostname.Set(design, Hostname.Parse("edited")));

    [GlobalSetup(Target = nameof(AfterAPackage))]
    public void EditPackages() => Prepare(design => PackagesFields.Install.Add(design, PackageSpec.Parse("emacs-nox")));

    [GlobalSetup(Target = nameof(AfterAnArgument))]
    public void EditArguments() => Prepare(design => design.Without(DesignCatalogue.Arguments.First(entry => design.Has(entry))));

    /// <summary>Shares no section with any design seen before.</summary>
    [Benchmark(Baseline = true)]
    public CompiledDesign FromScratch() => DesignCompiler.Compile(Fresh(_design), _content);

    [Benchmark]
    public CompiledDesign AfterAKeyInTheTitle() => Edit();

    [Benchmark]
    public CompiledDesign AfterAKeyInTheHostName() => Edit();

    [Benchmark]
    public CompiledDesign AfterAPackage() => Edit();

    [Benchmark]
    public CompiledDesign AfterAnArgument() => Edit();

    internal static ImageDesign Fresh(ImageDesign design) => design with
    {
        Image = design.Image with { },
        Packages = design.Packages with { Install = [.. design.Packages.Install] },
        Kernel = design.Kernel with { Arguments = [.. design.Kernel.Arguments], Sysctls = [.. design.Kernel.Sysctls], BlockedModules = [.. design.Kernel.BlockedModules] },
        Services = design.Services with { Enable = [.. design.Services.Enable], Mask = [.. design.Services.Mask] },
        Users = design.Users with { Accounts = [.. design.Users.Accounts] },
        System = design.System with { },
        Storage = design.Storage with { Partitions = [.. design.Storage.Partitions], Subvolumes = [.. design.Storage.Subvolumes] },
        Branding = design.Branding with { },
        Overlay = design.Overlay with { Permissions = [.. design.Overlay.Permissions] },
        Scripts = design.Scripts with { Run = [.. design.Scripts.Run] },
        Installer = design.Installer with { },
        Outputs = design.Outputs with { },
        Publish = design.Publish with { },
        Workflow = design.Workflow with { },
        Extra = design.Extra with { },
    };

    private void Prepare(Func<ImageDesign, ImageDesign> edit)
    {
        var (_, design, content) = string.Equals(Design, "large", StringComparison.Ordinal) ? BenchmarkDesign.Large() : BenchmarkDesign.VeilorOs();
        _content = content;
        _design = design;
        _edited = edit(design);
        _last = DesignCompiler.Compile(design, content);
    }

    /// <summary>Goes back and forth between the design and the edited one; the section that differs is new each time, as after a key.</summary>
    private CompiledDesign Edit()
    {
        _isEdited = !_isEdited;
        var target = _isEdited ? _edited : _design;
        target = target with
        {
            Image = ReferenceEquals(_design.Image, _edited.Image) ? _design.Image : target.Image with { },
            System = ReferenceEquals(_design.System, _edited.System) ? _design.System : target.System with { },
            Packages = ReferenceEquals(_design.Packages, _edited.Packages) ? _design.Packages : target.Packages with { Install = [.. target.Packages.Install] },
            Kernel = ReferenceEquals(_design.Kernel, _edited.Kernel) ? _design.Kernel : target.Kernel with { Arguments = [.. target.Kernel.Arguments] },
        };
        return _last = DesignCompiler.Compile(target, _content, _last);
    }
}
