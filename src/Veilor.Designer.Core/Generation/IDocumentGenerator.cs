namespace Veilor.Designer.Core.Generation;

/// <summary>Writes one kind of document. A generator is pure: the same input gives the same bytes.</summary>
public interface IDocumentGenerator
{
    /// <summary>The documents of this kind; none when the design does not call for one.</summary>
    IEnumerable<DesignDocument> Generate(GenerationInput input);
}
