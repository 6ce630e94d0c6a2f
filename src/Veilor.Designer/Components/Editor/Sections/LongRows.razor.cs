using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>
/// Rows of different heights, of which the page holds those near the window and the one with the keyboard. The browser
/// measures a piece before it goes, so nothing moves when pieces come and go. A piece comes one window before it is seen,
/// so the Tab key finds the next one there; when it is faster, it waits at the empty piece and goes on to its row.
/// </summary>
public sealed partial class LongRows<TRow> : ComponentBase, IAsyncDisposable
{
    /// <summary>A list of more rows than this is shown piece by piece.</summary>
    public const int MostAtOnce = 100;

    private const int RowsOfPiece = 12;
    private const string ModulePath = "./Components/Editor/Sections/LongRows.razor.js";

    private readonly BrowserWatch<LongRows<TRow>> _browser;
    private readonly Dictionary<int, double> _heights = [];
    private HashSet<int> _shown = [0];
    private ElementReference _root;
    private bool _isStarting;

    public LongRows() => _browser = new(this);

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Items { get; set; }

    /// <summary>Renders one row, as an element <c>li</c> with a key.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<TRow> Row { get; set; }

    /// <summary>True when these rows, with others of the same list, are too many to be in the page at once.</summary>
    [Parameter]
    public bool IsLong { get; set; }

    /// <summary>The row that must be there because the keyboard goes to it; negative for none.</summary>
    [Parameter]
    public int Wanted { get; set; } = -1;

    /// <summary>The height of a row in pixels before one was measured.</summary>
    [Parameter]
    public double RowHeight { get; set; } = 56;

    /// <summary>Further classes of the element around the rows.</summary>
    [Parameter]
    public string? Class { get; set; }

    private int PieceSize => IsLong ? RowsOfPiece : Math.Max(1, Items.Count);

    private int PieceCount => (Items.Count + PieceSize - 1) / PieceSize;

    /// <summary>Called by the browser when other pieces came near the window.</summary>
    /// <param name="shown">The numbers of the pieces that are to be there.</param>
    /// <param name="measured">Pieces that are there now, by number, each with its height in pixels.</param>
    [JSInvokable]
    public void Show(int[] shown, Dictionary<int, double> measured)
    {
        foreach (var (piece, height) in measured)
        {
            _heights[piece] = height;
        }

        if (!_shown.SetEquals(shown))
        {
            _shown = [.. shown];
            StateHasChanged();
        }
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!IsLong || _isStarting)
        {
            return;
        }

        _isStarting = true;
        await _browser.StartAsync(Script, ModulePath, "watchPieces", _root);
    }

    private bool IsShown(int piece) => !IsLong || _shown.Contains(piece) || (Wanted >= 0 && Wanted / PieceSize == piece);

    private string Room(int piece)
    {
        var rows = Math.Min(PieceSize, Items.Count - (piece * PieceSize));
        var height = rows == PieceSize && _heights.TryGetValue(piece, out var measured) ? measured : rows * RowHeight;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"min-block-size: {height:0.##}px");
    }
}
