using MudBlazor;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Components.Editor;

/// <summary>How a severity is shown: always with a shape and a word, never by colour alone.</summary>
public static class Severities
{
    public static string Icon(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Icons.Material.Filled.Error,
        DiagnosticSeverity.Warning => Icons.Material.Filled.Warning,
        _ => Icons.Material.Filled.Info,
    };

    public static Color Color(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => MudBlazor.Color.Error,
        DiagnosticSeverity.Warning => MudBlazor.Color.Warning,
        _ => MudBlazor.Color.Info,
    };

    public static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "Error",
        DiagnosticSeverity.Warning => "Warning",
        _ => "Note",
    };

    /// <summary>A count with its noun: <c>1 error</c>, <c>3 warnings</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
