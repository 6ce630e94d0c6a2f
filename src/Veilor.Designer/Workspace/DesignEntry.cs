using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Workspace;

/// <summary>One of a person's designs, as the gallery lists it.</summary>
/// <param name="Slug">The name of its folder.</param>
/// <param name="Title">The name people read; the folder's name when the design cannot be read.</param>
/// <param name="ChangedAt">When its <c>design.toml</c> was last written.</param>
/// <param name="Errors">Diagnostics that block export and build.</param>
/// <param name="Warnings">Diagnostics that ask.</param>
/// <param name="Tags">The design in a few words.</param>
/// <param name="Problems">Why it cannot be read; empty for a design that can be opened.</param>
public sealed record DesignEntry(
    string Slug,
    string Title,
    DateTimeOffset ChangedAt,
    int Errors,
    int Warnings,
    EquatableArray<string> Tags,
    EquatableArray<TomlProblem> Problems);
