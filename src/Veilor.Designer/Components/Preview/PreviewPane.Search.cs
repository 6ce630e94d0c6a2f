using Veilor.Designer.Core.Compilation;

namespace Veilor.Designer.Components.Preview;

/// <summary>The part that searches.</summary>
public sealed partial class PreviewPane
{
    private BundleSearch? _search;
    private IReadOnlyList<SearchHit> _hits = [];
    private int _hit = -1;
    private Func<SearchHit, string> _lineText = _ => "";
    private SearchQuery _lastQuery = new("");

    private bool IsFinding => _search is not null;

    private void Search()
    {
        if (_search is null)
        {
            return;
        }

        var current = _hit >= 0 && _hit < _hits.Count ? _hits[_hit] : (SearchHit?)null;
        var hits = _search.In(Compiled);
        if (!hits.SequenceEqual(_hits))
        {
            _hits = hits;
            _hit = current is { } hit ? hits.Index().FirstOrDefault(each => each.Item == hit, (-1, default)).Index : -1;
        }

        // A new function for every state: the list renders again when lines around the hits change.
        var compiled = Compiled;
        _lineText = hit => LineTextOf(compiled, hit);
    }

    private static string LineTextOf(CompiledDesign compiled, SearchHit hit)
    {
        var lines = BundleFile.Find(compiled, hit.Path)?.Text?.Lines ?? [];
        return hit.Line < lines.Count ? lines[hit.Line].Text : "";
    }

    private Task ToggleFindAsync() => IsFinding ? CloseFindAsync() : OpenFindAsync("");

    private async Task OpenFindAsync(string text)
    {
        if (_search is null || text.Length > 0)
        {
            await AskAsync(text.Length > 0 ? _lastQuery with { Text = text } : _lastQuery);
        }

        await TellAsync("focusFind");
    }

    private async Task CloseFindAsync()
    {
        _search = null;
        _hits = [];
        _hit = -1;
        StateHasChanged();
        await TellAsync("leaveFind");
    }

    private Task AskAsync(SearchQuery query)
    {
        _lastQuery = query;
        _search = new BundleSearch(query);
        _hit = -1;
        Search();
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>Goes to the next hit, or the one before; the first time to the nearest one from the top of the file that is shown.</summary>
    private Task StepAsync(int by)
    {
        if (_hits.Count == 0)
        {
            return Task.CompletedTask;
        }

        if (_hit >= 0)
        {
            return ShowHitAsync((_hit + by + _hits.Count) % _hits.Count);
        }

        var here = _hits.Index().FirstOrDefault(each => string.Equals(each.Item.Path, _main.Path, StringComparison.Ordinal), (-1, default)).Index;
        return ShowHitAsync(here >= 0 ? here : by > 0 ? 0 : _hits.Count - 1);
    }

    private async Task ShowHitAsync(int index)
    {
        _hit = index;
        var hit = _hits[index];
        var place = Place with { Document = hit.Path, Line = hit.Line + 1 };
        if (place == Place)
        {
            await RevealLineAsync(PreviewView.Main, hit.Line);
        }
        else
        {
            await GoAsync(place);
        }

        StateHasChanged();
    }
}
