using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>A set of hardening settings that is taken in one step.</summary>
public sealed record HardeningPreset
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Whom it is for, in a sentence or two.</summary>
    public required string Summary { get; init; }

    public required EquatableArray<CatalogueArgument> Arguments { get; init; }

    /// <summary>Arguments that belong to it but can stop a boot: left to each machine.</summary>
    public required EquatableArray<CatalogueArgument> OptInArguments { get; init; }

    public required EquatableArray<CatalogueSysctl> Sysctls { get; init; }

    public required EquatableArray<CatalogueModuleFamily> Modules { get; init; }

    public required EquatableArray<UnitName> Mask { get; init; }

    /// <summary>Units that go with it. They are not switched on by it, because each needs its package.</summary>
    public required EquatableArray<UnitName> Companions { get; init; }
}
