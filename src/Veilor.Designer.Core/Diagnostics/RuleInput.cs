using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Diagnostics;

/// <summary>What a rule looks at.</summary>
/// <param name="Design">The design.</param>
/// <param name="Content">The files that go into the image: those beside the design without what it leaves out.</param>
public sealed record RuleInput(ImageDesign Design, DesignContent Content)
{
    /// <summary>What rules look at for a design and the files beside it.</summary>
    public static RuleInput Of(ImageDesign design, DesignContent content) => new(design, content.WithoutOverlay(design.Overlay.Exclude));
}
