using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>A kernel argument that the catalogue knows.</summary>
public sealed record CatalogueArgument : CatalogueEntry
{
    public required KernelArgument Argument { get; init; }

    public required CatalogueUse Use { get; init; }

    /// <summary>The one architecture that knows it; null for all.</summary>
    public required Architecture? Architecture { get; init; }

    /// <summary>The hardware or program that it matters to; empty for all.</summary>
    public required string AppliesTo { get; init; }

    /// <summary>The kernel release that brought it; empty when it is old.</summary>
    public required string Since { get; init; }

    /// <summary>What it contradicts, implies or is implied by.</summary>
    public required string Conflicts { get; init; }

    public required CatalogueEffect Effect { get; init; }

    public override string Title => Argument.ToString();

    public override bool Matches(string text) =>
        base.Matches(text) || Contains(Conflicts, text) || Tags.FindIndex(tag => Contains(tag, text)) >= 0;

    /// <summary>True for an argument with the same key, however it spells hyphens.</summary>
    public bool HasKeyOf(KernelArgument other) =>
        string.Equals(Argument.NormalizedKey, other.NormalizedKey, StringComparison.Ordinal);

    /// <summary>True for the same argument with the same value.</summary>
    public bool Is(KernelArgument other) => HasKeyOf(other) && string.Equals(Argument.Value, other.Value, StringComparison.Ordinal);
}
