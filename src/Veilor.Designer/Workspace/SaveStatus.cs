using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Workspace;

/// <summary>The state of saving, with the reason where there is one.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">What went wrong, or what changed on the disk; empty otherwise.</param>
/// <param name="Problems">Why the changed file cannot be read, with line and column; empty when it can, or did not change.</param>
public sealed record SaveStatus(SaveState State, string Reason = "", EquatableArray<TomlProblem> Problems = default)
{
    public static SaveStatus Saved { get; } = new(SaveState.Saved);

    public static SaveStatus Unsaved { get; } = new(SaveState.Unsaved);

    public static SaveStatus Saving { get; } = new(SaveState.Saving);

    public static SaveStatus Closed { get; } = new(SaveState.Closed);
}
