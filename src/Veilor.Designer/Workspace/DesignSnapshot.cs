using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Editing;

namespace Veilor.Designer.Workspace;

/// <summary>An open design at one moment. Immutable, so every tab and a build can share it.</summary>
/// <param name="Revision">Counts the changes of the design or its files since it was opened.</param>
/// <param name="Compiled">The design with its documents and diagnostics.</param>
/// <param name="History">Its past and future.</param>
/// <param name="Refused">Files beside it that cannot go into the bundle; they block export and build.</param>
/// <param name="Save">How it stands to its file.</param>
public sealed record DesignSnapshot(
    long Revision,
    CompiledDesign Compiled,
    DesignHistory History,
    EquatableArray<RefusedFile> Refused,
    SaveStatus Save);
