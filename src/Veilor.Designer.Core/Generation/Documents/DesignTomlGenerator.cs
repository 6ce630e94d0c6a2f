using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Puts the design itself into the bundle, so that it opens again without loss.</summary>
public sealed class DesignTomlGenerator : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input) =>
        [new DesignDocument(BundlePaths.Design, DocumentLanguage.Toml, DesignToml.ToLines(input.Design))];
}
