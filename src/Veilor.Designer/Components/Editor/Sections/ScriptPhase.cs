using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>A moment at which scripts run.</summary>
/// <param name="Field">The list of the scripts that run then.</param>
/// <param name="Title">The moment in a few words.</param>
/// <param name="EmptyText">What stands in place of an empty list.</param>
public sealed record ScriptPhase(ListField<RelativePath> Field, string Title, string EmptyText);
