using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>Settings of the catalogue in groups that fold, with a search. Says honestly how many of the chosen ones change anything.</summary>
public sealed partial class HardeningList : ComponentBase
{
    private string _search = "";
    private string _grade = "";
    private string _tag = "";
    private string _source = "";
    private bool _onlyChosen;
    private bool _onlyEffective;
    private string? _wanted;

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Names the list for tests and links: <c>arguments</c>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required DesignField Field { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<CatalogueGroup> Groups { get; set; }

    /// <summary>Gives the settings as they stand in the design now.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<HardeningRow>> Rows { get; set; }

    /// <summary>Called with what the person chose.</summary>
    [Parameter, EditorRequired]
    public required Action<CatalogueEntry, bool> OnToggle { get; set; }

    /// <summary>What the address names; a search that hides it ends.</summary>
    [CascadingParameter(Name = "FocusedField")]
    public string? Focused { get; set; }

    private IReadOnlyList<string> Tags { get; set; } = [];

    private IReadOnlyList<string> Sources { get; set; } = [];

    protected override void OnInitialized()
    {
        var entries = Rows().Select(row => row.Entry).ToList();
        Tags = [.. entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.Ordinal).OrderBy(CatalogueTags.Describe, StringComparer.OrdinalIgnoreCase)];
        Sources = [.. entries.SelectMany(entry => entry.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private bool IsFiltered => _search.Trim().Length > 0 || _grade.Length > 0 || _tag.Length > 0 || _source.Length > 0 || _onlyChosen || _onlyEffective;

    protected override void OnParametersSet()
    {
        if (!string.Equals(_wanted, Focused, StringComparison.Ordinal) && Rows().Any(row => IsWanted(row.Entry)))
        {
            (_search, _grade, _tag, _source, _onlyChosen, _onlyEffective) = ("", "", "", "", false, false);
        }

        _wanted = Focused;
    }

    private bool IsWanted(CatalogueEntry entry) =>
        Focused is not null && CataloguePlaces.ControlOf(entry) is var control && (Focused == control || Focused == control + CataloguePlaces.RowSuffix);

    private bool IsShown(HardeningRow row) =>
        row.Entry.Matches(_search.Trim())
        && (_grade.Length == 0 || string.Equals(row.Entry.Grade.ToString(), _grade, StringComparison.Ordinal))
        && (_tag.Length == 0 || row.Entry.Tags.Contains(_tag))
        && (_source.Length == 0 || row.Entry.Sources.Contains(_source))
        && (!_onlyChosen || row.IsOn)
        && (!_onlyEffective || row.Effect is CatalogueEffect.Changes or CatalogueEffect.Depends);

    private static string Summary(IReadOnlyList<HardeningRow> rows)
    {
        var chosen = rows.Where(row => row.IsOn).ToList();
        var restated = chosen.Count(row => row.Effect is CatalogueEffect.Default or CatalogueEffect.None);
        var offered = rows.Count(row => row.CanToggle);
        return restated == 0
            ? $"{chosen.Count} of {offered} chosen"
            : $"{chosen.Count} of {offered} chosen; {chosen.Count - restated} change something, {restated} restate what Fedora does anyway";
    }
}
