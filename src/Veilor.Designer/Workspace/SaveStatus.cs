namespace Veilor.Designer.Workspace;

/// <summary>The state of saving, with the reason where there is one.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">What went wrong, or what changed on the disk; empty otherwise.</param>
public sealed record SaveStatus(SaveState State, string Reason = "")
{
    public static SaveStatus Saved { get; } = new(SaveState.Saved);

    public static SaveStatus Unsaved { get; } = new(SaveState.Unsaved);

    public static SaveStatus Saving { get; } = new(SaveState.Saving);

    public static SaveStatus Closed { get; } = new(SaveState.Closed);
}
