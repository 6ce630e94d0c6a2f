namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>What the option parser took from a line.</summary>
/// <param name="Values">By target.</param>
/// <param name="Arguments">By name.</param>
/// <param name="Extra">What nothing took.</param>
internal sealed record OptionResult(
    Dictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments,
    IReadOnlyList<string> Extra);
