using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Components.Runs;

/// <summary>One line of a log: number, stream, text with its colours and search hits. Text goes out as text nodes only.</summary>
public sealed partial class RunLogRow : ComponentBase
{
    private (LogLine Line, string Search, bool IsCurrent, string? Link)? _rendered;

    [Parameter, EditorRequired]
    public required LogLine Line { get; set; }

    /// <summary>Marked wherever it stands in the line; nothing when empty.</summary>
    [Parameter]
    public string Search { get; set; } = "";

    /// <summary>True for the line that was jumped to.</summary>
    [Parameter]
    public bool IsCurrent { get; set; }

    /// <summary>The address of the line; null for one that is not ended.</summary>
    [Parameter]
    public string? Link { get; set; }

    /// <summary>Where the whole line is to be had when this row shows the beginning of it; null for one that is not ended.</summary>
    [Parameter]
    public string? WholeLine { get; set; }

    private static string Size(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes:N0} bytes");

    private IReadOnlyList<LogRowPart> Parts => LogRowPart.Make(AnsiText.Parse(Line.Text), Search);

    private string StreamName => Line.Stream switch
    {
        LogStream.Error => "err",
        LogStream.Note => "···",
        _ => "",
    };

    private string StreamTitle => Line.Stream switch
    {
        LogStream.Error => "Standard error",
        LogStream.Note => "From Veilor Designer",
        _ => "Standard output",
    };

    protected override bool ShouldRender()
    {
        var next = (Line, Search, IsCurrent, Link);
        if (_rendered == next)
        {
            return false;
        }

        _rendered = next;
        return true;
    }
}
