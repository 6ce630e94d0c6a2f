using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Sharing;

/// <summary>What making a link gave.</summary>
/// <param name="Payload">The design as characters that a URL may hold; null when there is no link.</param>
/// <param name="LeftOut">What the link does not carry, each in a sentence.</param>
/// <param name="Problem">Why there is no link, and what to do instead; empty when there is one.</param>
/// <param name="Advice">That the link carries lines of one's own, which must be read before it is sent; empty when it carries none.</param>
public sealed record LinkWriting(string? Payload, EquatableArray<string> LeftOut, string Problem, string Advice = "");
