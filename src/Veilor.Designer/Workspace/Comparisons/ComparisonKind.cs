namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>What a design can be compared with.</summary>
public enum ComparisonKind
{
    /// <summary>What <c>design.toml</c> holds. Edits are saved within two seconds, so this differs while a save waits, has failed, or is in conflict.</summary>
    LastSave,

    /// <summary>The design as it was when the program opened it.</summary>
    Opened,

    /// <summary>A named snapshot.</summary>
    Snapshot,

    /// <summary>The template it was made from, as the product ships it.</summary>
    Template,

    /// <summary>What the last successful build was made of.</summary>
    LastBuild,

    /// <summary>Another design of the workspace.</summary>
    Design,
}
