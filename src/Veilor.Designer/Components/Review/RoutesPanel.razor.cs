using System.Globalization;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Routing;

namespace Veilor.Designer.Components.Review;

/// <summary>
/// A table of every fact, the files that carry it, and the chosen outputs that it does not reach. It is worked out away
/// from the tab's own thread, while it is shown, and again after an edit; the earlier table stands until then.
/// </summary>
public sealed partial class RoutesPanel : ComponentBase, IDisposable
{
    private IReadOnlyList<FactRoute>? _routes;
    private CompiledDesign? _asked;
    private CancellationTokenSource? _cancellation;
    private bool _isBusy;
    private bool _onlyLost;
    private string _filter = "";

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    [Parameter, EditorRequired]
    public required CompiledDesign Compiled { get; set; }

    /// <summary>What the preview shows: a file that is opened from here keeps the comparison and the second file.</summary>
    [Parameter, EditorRequired]
    public required PreviewPlace Place { get; set; }

    private IEnumerable<FactRoute> Shown => (_routes ?? []).Where(route => (!_onlyLost || !route.Losses.IsEmpty || route.IsNowhere) && Matches(route));

    private string Summary => _routes is null
        ? "Working it out…"
        : string.Create(CultureInfo.InvariantCulture, $"{Shown.Count()} of {_routes.Count}{(_isBusy ? ", being worked out again" : "")}");

    public void Dispose()
    {
        _cancellation?.Cancel();
        _cancellation?.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_asked, Compiled))
        {
            _asked = Compiled;
            _cancellation?.Cancel();
            _cancellation?.Dispose();
            _cancellation = new CancellationTokenSource();
            _isBusy = true;
            _ = WorkOutAsync(Compiled, _cancellation.Token);
        }
    }

    private async Task WorkOutAsync(CompiledDesign compiled, CancellationToken cancellation)
    {
        try
        {
            var routes = await Task.Run(() => RouteTable.Of(compiled, cancellation), cancellation);
            await InvokeAsync(() =>
            {
                if (!cancellation.IsCancellationRequested)
                {
                    _routes = routes;
                    _isBusy = false;
                    StateHasChanged();
                }
            });
        }
        catch (OperationCanceledException)
        {
            // A later edit asked anew, or the panel was closed.
        }
    }

    private bool Matches(FactRoute route)
    {
        var words = _filter.Trim();
        return words.Length == 0
            || Holds(route.Label) || Holds(route.Value) || Holds(route.Path.Value)
            || route.Carriers.Concat(route.AlsoIn).Any(carrier => Holds(carrier.Document))
            || route.Losses.Any(loss => Holds(loss.Output));

        bool Holds(string text) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
