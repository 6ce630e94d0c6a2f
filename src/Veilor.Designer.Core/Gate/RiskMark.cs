namespace Veilor.Designer.Core.Gate;

/// <summary>What a person has written down about a risk.</summary>
/// <param name="Number">The risk, 1 to 10.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Date">When it was marked.</param>
public sealed record RiskMark(int Number, RiskState State, DateTimeOffset Date)
{
    /// <summary>What was tried and seen.</summary>
    public string Note { get; init; } = "";

    /// <summary>The commands or steps with which anybody sees the problem.</summary>
    public string Reproducer { get; init; } = "";
}
