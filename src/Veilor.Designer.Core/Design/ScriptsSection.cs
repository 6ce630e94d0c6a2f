using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>The scripts that run while the image is built, in order. They are mounted for the step and stay out of the image.</summary>
public sealed record ScriptsSection
{
    /// <summary>Paths below <c>scripts/</c>.</summary>
    public EquatableArray<RelativePath> Run { get; init; } = [];
}
