using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Fields;

/// <summary>One section of the editor: a part of the design with its fields.</summary>
/// <param name="Id">Stable; part of the URL: <c>kernel</c>.</param>
/// <param name="Title">What the section list shows.</param>
/// <param name="Summary">What the section is for, in a sentence.</param>
/// <param name="Fields">Its fields in the order of the form.</param>
public sealed record DesignSection(string Id, string Title, string Summary, IReadOnlyList<DesignField> Fields)
{
    /// <summary>The part of the design that the fields read and write.</summary>
    internal DesignPart Part { get; } = Enum.Parse<DesignPart>(Id, ignoreCase: true);

    /// <summary>The fields by their table of <c>design.toml</c>, in the order in which they are written: what is a table of its own comes last.</summary>
    internal IReadOnlyList<(string Table, IReadOnlyList<DesignField> Fields)> Tables { get; } =
        [.. Fields.GroupBy(field => field.Table, StringComparer.Ordinal).Select(table => (table.Key, (IReadOnlyList<DesignField>)[.. table.OrderBy(field => field.IsTableArray)]))];
}
