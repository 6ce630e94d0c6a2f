using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Routing;

/// <summary>An item of a list field: one package, one user.</summary>
/// <param name="Path">Its path; that of the field itself for a field with one value.</param>
/// <param name="Name">What people call it.</param>
public sealed record FieldItem(FieldPath Path, string Name);
