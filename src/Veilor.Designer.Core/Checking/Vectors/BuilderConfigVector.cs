using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>A builder config whose verdict by the real builder is on record.</summary>
/// <param name="Id">Names the vector in reports.</param>
/// <param name="Request">The config and the call.</param>
/// <param name="Verdict">What the real builder said; null when it is not on record.</param>
/// <param name="Error">Its error text; null when it accepted.</param>
/// <param name="Warnings">Its warnings.</param>
public sealed record BuilderConfigVector(
    string Id,
    BuilderConfigRequest Request,
    CheckVerdict? Verdict,
    string? Error,
    IReadOnlyList<string> Warnings);
