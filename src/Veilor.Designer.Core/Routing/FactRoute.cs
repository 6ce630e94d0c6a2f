using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Routing;

/// <summary>A fact of a design, the files that carry it, and the chosen outputs that it does not reach.</summary>
/// <param name="Path">The field, item or column.</param>
/// <param name="Label">What a form calls it.</param>
/// <param name="Value">The fact itself in a few words; never a password hash.</param>
/// <param name="Carriers">The files that would be others without it, in the order of the preview: those that machines or workflows are made of.</param>
/// <param name="AlsoIn">The documentation, the tests and the ignore files that would be others without it. No machine is made of them.</param>
/// <param name="Losses">The outputs it does not reach.</param>
/// <param name="Notes">What the checks say about its place: messages with their codes.</param>
public sealed record FactRoute(
    FieldPath Path,
    string Label,
    string Value,
    EquatableArray<RouteCarrier> Carriers,
    EquatableArray<RouteCarrier> AlsoIn,
    EquatableArray<RouteLoss> Losses,
    EquatableArray<RouteNote> Notes)
{
    /// <summary>True when no generated file but <c>design.toml</c> has it.</summary>
    public bool IsNowhere => Carriers.IsEmpty && AlsoIn.IsEmpty;
}
