using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>A design of which it is known whether one rule reports it.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Fires">Whether the rule must report it, or must stay silent.</param>
/// <param name="Name">What the design shows, in words.</param>
/// <param name="Design">The design.</param>
/// <param name="Content">The files beside it.</param>
internal sealed record RuleCase(string Code, bool Fires, string Name, ImageDesign Design, DesignContent Content)
{
    public static RuleCase Raises(string code, string name, ImageDesign design, DesignContent? content = null) =>
        new(code, Fires: true, name, design, content ?? DesignContent.Empty);

    public static RuleCase Spares(string code, string name, ImageDesign design, DesignContent? content = null) =>
        new(code, Fires: false, name, design, content ?? DesignContent.Empty);

    public override string ToString() => $"{Code} {(Fires ? "raised by" : "silent for")} {Name}";
}
