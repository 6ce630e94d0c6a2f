using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>Every rule, in the order of the codes.</summary>
public static class DesignRules
{
    public static IReadOnlyList<IDesignRule> All { get; } = [];
}
