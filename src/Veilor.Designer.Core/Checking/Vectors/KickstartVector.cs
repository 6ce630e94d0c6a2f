using Veilor.Designer.Core.Checking.Kickstart;

namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>A kickstart whose verdicts by the real validator are on record.</summary>
/// <param name="Id">Names the vector in reports.</param>
/// <param name="Text">The kickstart.</param>
/// <param name="Verdicts">What the real validator said for each version; versions that were not run are missing.</param>
public sealed record KickstartVector(string Id, string Text, IReadOnlyDictionary<KickstartVersion, KickstartVerdict> Verdicts);
