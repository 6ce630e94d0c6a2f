using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Diagnostics;

/// <summary>An edit that removes a diagnostic. It is applied like any other edit, so it can be undone.</summary>
/// <param name="Title">What it does, as a command: "Remove the argument".</param>
/// <param name="Apply">The edit.</param>
public sealed record DiagnosticFix(string Title, Func<ImageDesign, ImageDesign> Apply);
