using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Generation;

/// <summary>What a generator writes from.</summary>
/// <param name="Design">The design.</param>
/// <param name="Content">The files that go into the image: those beside the design without what it leaves out.</param>
public sealed record GenerationInput(ImageDesign Design, DesignContent Content);
