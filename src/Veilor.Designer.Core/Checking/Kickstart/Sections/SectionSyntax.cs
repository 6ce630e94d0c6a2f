using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Sections;

/// <summary>A section of a kickstart.</summary>
/// <param name="Name">With its percent sign.</param>
internal sealed record SectionSyntax(string Name)
{
    public IReadOnlyList<OptionSyntax> Options { get; init; } = [];

    /// <summary>False for the sections whose header belongs to others, who read it themselves.</summary>
    public bool ReadsHeader { get; init; } = true;
}
