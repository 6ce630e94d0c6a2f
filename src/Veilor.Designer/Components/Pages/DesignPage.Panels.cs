using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Components.Help;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Components.Review;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Help;
using Veilor.Designer.Workspace.Comparisons;

namespace Veilor.Designer.Components.Pages;

/// <summary>The panels beside the form and the preview: help, and the dock with changes, snapshots and routes. The URL names what is open.</summary>
public sealed partial class DesignPage
{
    private HelpKeys? _helpKeys;
    private OpenPanels _open = OpenPanels.None;

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

    private void ShowPanel(string panel) => Show(_open with { Panel = panel });

    private async Task ClosePanelAsync()
    {
        Show(_open with { Panel = null });
        await Script.FocusFieldAsync(ReviewMenu.MenuId);
    }

    /// <summary>Shows changes against a source, in words here and line by line in the preview.</summary>
    private void CompareTo(string source)
    {
        _open = _open with { Panel = ReviewPanels.Changes };
        WriteUrl(source);
    }

    private void CompareToFile() => CompareTo(ComparisonSource.LastSaveId);

    private void ShowHelp(string topic) => Show(_open with { Help = topic.Length > 0 ? topic : HelpIds.OfSection(_section.Id) });

    /// <summary>Closes help and leaves the keyboard where it is.</summary>
    private void LeaveHelp() => Show(_open with { Help = null });

    private async Task CloseHelpAsync()
    {
        Show(_open with { Help = null });
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
