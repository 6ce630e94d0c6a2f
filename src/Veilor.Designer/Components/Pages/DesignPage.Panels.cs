using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Components.Help;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Components.Review;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Help;
using Veilor.Designer.Workspace.Comparisons;

namespace Veilor.Designer.Components.Pages;

/// <summary>The panels beside the form and the preview: help, and the dock with changes, snapshots and routes. The URL names what is open.</summary>
public sealed partial class DesignPage
{
    private HelpKeys? _helpKeys;
    private OpenPanels _open = OpenPanels.None;
    private PaneOrder _panes = PaneOrder.Initial;
    private (string Section, string? Field, string? Document, string? Beside, int? Line)? _asked;

    /// <summary>The panel of the dock.</summary>
    [SupplyParameterFromQuery(Name = EditorUrl.PanelKey)]
    public string? Panel { get; set; }

    /// <summary>The help page.</summary>
    [SupplyParameterFromQuery(Name = EditorUrl.HelpKey)]
    public string? HelpTopic { get; set; }

    private string? ShownPanel => ReviewPanels.IsKnown(_open.Panel) ? _open.Panel : null;

    /// <summary>
    /// What the URL names is open. A link to another section does not name the panels that stand open beside it; they
    /// stay, and the URL is completed.
    /// </summary>
    private void ReadPanels()
    {
        var named = new OpenPanels(Panel, HelpTopic);
        var wanted = named.Over(_open);
        _open = wanted;
        if (wanted != named)
        {
            WriteUrl();
        }
    }

    /// <summary>The two that share a column in a smaller window.</summary>
    private static EquatableArray<EditorPane> SidePanes { get; } = [EditorPane.Preview, EditorPane.Help];

    /// <summary>All that are open.</summary>
    private EquatableArray<EditorPane> ShownPanes => Enum.GetValues<EditorPane>()
        .Where(pane => pane switch { EditorPane.Help => _open.Help is not null, EditorPane.Review => ShownPanel is not null, _ => true })
        .ToEquatableArray();

    private void BringToFront(EditorPane pane) => _panes = _panes.With(pane);

    /// <summary>Where all panes share one place, the one stands in front that has what the URL came to name: a field before a file, which a line's link names too.</summary>
    private void FollowUrl()
    {
        var asked = (_section.Id, FocusedField, _place.Document, _place.Beside, _place.Line);
        if (_asked is not { } before)
        {
            _panes = _open.Help is not null ? _panes.With(EditorPane.Help)
                : _place.Line is not null ? _panes.With(EditorPane.Preview)
                : ShownPanel is not null ? _panes.With(EditorPane.Review)
                : _panes;
        }
        else if (FocusedField is not null && asked != before)
        {
            BringToFront(EditorPane.Form);
        }
        else if (IsOther(_place.Document, before.Document) || IsOther(_place.Beside, before.Beside)
            || (_place.Line is { } line && line != before.Line))
        {
            BringToFront(EditorPane.Preview);
        }
        else if (IsOther(_section.Id, before.Section))
        {
            BringToFront(EditorPane.Form);
        }

        _asked = asked;

        static bool IsOther(string? wanted, string? shown) => wanted is not null && !string.Equals(wanted, shown, StringComparison.Ordinal);
    }

    private void ShowPanel(string panel)
    {
        BringToFront(EditorPane.Review);
        Show(_open with { Panel = panel });
    }

    private async Task ClosePanelAsync()
    {
        _panes = _panes.Without(EditorPane.Review);
        Show(_open with { Panel = null });
        await Script.FocusFieldAsync(ReviewMenu.MenuId);
    }

    /// <summary>Shows changes against a source, in words here and line by line in the preview.</summary>
    private void CompareTo(string source)
    {
        BringToFront(EditorPane.Review);
        _open = _open with { Panel = ReviewPanels.Changes };
        WriteUrl(source);
    }

    private void CompareToFile() => CompareTo(ComparisonSource.LastSaveId);

    private void ShowHelp(string topic)
    {
        BringToFront(EditorPane.Help);
        Show(_open with { Help = topic.Length > 0 ? topic : HelpIds.OfSection(_section.Id) });
    }

    /// <summary>Closes help and leaves the keyboard where it is.</summary>
    private void LeaveHelp()
    {
        _panes = _panes.Without(EditorPane.Help);
        Show(_open with { Help = null });
    }

    private async Task CloseHelpAsync()
    {
        LeaveHelp();
        if (_helpKeys is not null)
        {
            await _helpKeys.ReturnFocusAsync();
        }
    }

    private void EditFromPanel(DesignEdit edit) => _editor?.Apply(edit);

    private void Show(OpenPanels open)
    {
        _open = open;
        WriteUrl();
    }

    private void WriteUrl(string? against = null) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [EditorUrl.PanelKey] = _open.Panel,
            [PreviewPlace.AgainstKey] = against ?? Against,
            [EditorUrl.HelpKey] = _open.Help,
        }),
        new NavigationOptions { ReplaceHistoryEntry = true });
}
