namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>What the real validator said to a kickstart in one version.</summary>
/// <param name="Verdict">Accept or reject.</param>
/// <param name="Message">Its error, on one line; null when it accepted.</param>
/// <param name="Warnings">Its warnings, each on one line.</param>
public sealed record KickstartVerdict(CheckVerdict Verdict, string? Message, IReadOnlyList<string> Warnings);
