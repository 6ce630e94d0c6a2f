using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Smoke;

namespace Veilor.Designer.Core.Generation;

/// <summary>Every generator, in the order in which the preview shows the documents.</summary>
public static class DocumentGenerators
{
    public static IReadOnlyList<IDocumentGenerator> All { get; } =
    [
        new ContainerfileGenerator(),
        new KernelDocuments(),
        new SystemDocuments(),
        new FlatpakDocuments(),
        new FirstBootDocuments(),
        new KickstartGenerator(),
        new IsoConfigGenerator(),
        new DiskConfigGenerator(),
        new WorkflowGenerator(),
        new SmokeScripts(),
        new BootTestScript(),
        new BuildScripts(),
        new BundleDocs(),
        new DesignTomlGenerator(),
    ];
}
