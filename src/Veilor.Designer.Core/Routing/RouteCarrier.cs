using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Routing;

/// <summary>A generated file that carries a fact.</summary>
/// <param name="Document">Its path in the bundle.</param>
/// <param name="Line">The first line that the fact made and that would not be there without it, from 1; 0 when it only changes what other facts write.</param>
/// <param name="Reasons">Why its lines have the place and the form they have, as the generator says.</param>
public sealed record RouteCarrier(string Document, int Line, EquatableArray<string> Reasons);
