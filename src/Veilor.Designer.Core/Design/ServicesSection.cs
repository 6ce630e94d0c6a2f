using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Which units start.</summary>
public sealed record ServicesSection
{
    public EquatableArray<UnitName> Enable { get; init; } = [];

    public EquatableArray<UnitName> Disable { get; init; } = [];

    /// <summary>Units that nothing may start.</summary>
    public EquatableArray<UnitName> Mask { get; init; } = [];

    /// <summary>The target booted into; null leaves the base's.</summary>
    public UnitName? DefaultTarget { get; init; }
}
