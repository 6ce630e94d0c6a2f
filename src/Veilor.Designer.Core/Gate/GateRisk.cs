namespace Veilor.Designer.Core.Gate;

/// <summary>A risk of moving to bootc.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Title">What may go wrong.</param>
/// <param name="Severity">As the plan rates it.</param>
/// <param name="Mitigation">What is done about it.</param>
public sealed record GateRisk(int Number, string Title, string Severity, string Mitigation)
{
    /// <summary>True for the four that end the move when they cannot be fixed.</summary>
    public bool Decides => Number is 3 or 4 or 7 or 10;
}
