using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation.Documents;

namespace Veilor.Designer.Core.Generation;

/// <summary>The generated files that go into the image below <c>rootfs/</c>.</summary>
internal static class GeneratedSettings
{
    /// <summary>The documents below <c>rootfs/</c>.</summary>
    public static IEnumerable<DesignDocument> Documents(GenerationInput input) =>
        new KernelDocuments().Generate(input).Concat(new SystemDocuments().Generate(input)).Concat(new FlatpakDocuments().Generate(input)).Concat(new FirstBootDocuments().Generate(input));

    /// <summary>Their paths in the bundle.</summary>
    public static IEnumerable<string> Paths(RuleInput input) =>
        Documents(new GenerationInput(input.Design, input.Content)).Select(document => document.Path);
}
