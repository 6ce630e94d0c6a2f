using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Routing;

/// <summary>A column that is filled in in some rows.</summary>
/// <param name="Name">The column's part of a path.</param>
/// <param name="Label">What a form calls it.</param>
/// <param name="Rows">The rows where it is filled in; at least one.</param>
/// <param name="Without">The design with the column empty in these rows.</param>
public sealed record FieldCell(string Name, string Label, IReadOnlyList<FieldItem> Rows, Func<ImageDesign, ImageDesign> Without);
