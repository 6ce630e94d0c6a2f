using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;

namespace Veilor.Designer.Workspace;

/// <summary>What a form sees of the open design: the value, what it compiles to, and a way to edit it. One per tab.</summary>
public interface IDesignEditor
{
    /// <summary>The design as it is now.</summary>
    ImageDesign Design { get; }

    /// <summary>Its documents and diagnostics.</summary>
    CompiledDesign Compiled { get; }

    /// <summary>What was typed and is not part of the design yet.</summary>
    FieldDrafts Drafts { get; }

    /// <summary>The name of the design's folder; part of its URLs.</summary>
    string Slug { get; }

    /// <summary>Where content waits that an edit brings.</summary>
    FileStash Files { get; }

    /// <summary>Applies an edit; every tab sees it at once, and undo can take it back.</summary>
    /// <exception cref="IOException">The edit changes files, and one cannot be written. Nothing is changed then.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it. Nothing is changed then.</exception>
    void Apply(DesignEdit edit);
}
