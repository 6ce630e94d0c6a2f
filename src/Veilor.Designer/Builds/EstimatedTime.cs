namespace Veilor.Designer.Builds;

/// <summary>A time judged by earlier runs.</summary>
/// <param name="Time">What earlier runs took for the steps that are known.</param>
/// <param name="IsAtLeast">True when a step is new, so that it will be longer than this.</param>
public readonly record struct EstimatedTime(TimeSpan Time, bool IsAtLeast);
