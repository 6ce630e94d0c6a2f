using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Workspace;

/// <summary>A design folder as it was read: its <c>design.toml</c> and the files beside it.</summary>
/// <param name="Path">The absolute path of the folder.</param>
/// <param name="Text">The text of <c>design.toml</c>; null when there is none or it is not text.</param>
/// <param name="Design">The design; null when it cannot be read.</param>
/// <param name="Problems">Why it cannot be read, each with line and column.</param>
/// <param name="Content">The files, with those of the content set that the design names.</param>
public sealed record DesignFolder(
    string Path,
    string? Text,
    ImageDesign? Design,
    EquatableArray<TomlProblem> Problems,
    ContentReading Content)
{
    /// <summary>The design without the name of a content set, whose files are in <see cref="Content"/> already; null when it cannot be read.</summary>
    public ImageDesign? SelfContained =>
        Design?.Overlay.From is null ? Design : Design with { Overlay = Design.Overlay with { From = null } };

    /// <summary>What the folder compiles to, as a bundle that stands on its own; null when the design cannot be read.</summary>
    public CompiledDesign? Compile() => SelfContained is { } design ? DesignCompiler.Compile(design, Content.Content) : null;
}
