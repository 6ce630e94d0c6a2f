using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>Modules that are blocked together.</summary>
public sealed record CatalogueModuleFamily : CatalogueEntry
{
    public required string Name { get; init; }

    public required EquatableArray<ModuleName> Modules { get; init; }

    /// <summary>Whether the family may be blocked at all.</summary>
    public CatalogueUse Use => Grade == CatalogueGrade.Never ? CatalogueUse.Forbidden : CatalogueUse.Toggle;

    public override string Title => Name;

    public override bool Matches(string text) => base.Matches(text) || Modules.FindIndex(module => Contains(module.ToString(), text)) >= 0;

    public bool Contains(ModuleName module) =>
        Modules.FindIndex(each => string.Equals(each.NormalizedName, module.NormalizedName, StringComparison.Ordinal)) >= 0;
}
