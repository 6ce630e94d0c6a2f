using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Sharing;

/// <summary>What reading a link gave.</summary>
/// <param name="Linked">The design; null when the link cannot be read.</param>
/// <param name="TakenOut">What the link held and should not have, each in a sentence; it is not in the design.</param>
/// <param name="Problem">Why the link cannot be read; empty when it can.</param>
public sealed record LinkReading(LinkedDesign? Linked, EquatableArray<string> TakenOut, string Problem)
{
    internal static LinkReading Failed(string problem) => new(null, [], problem);
}
