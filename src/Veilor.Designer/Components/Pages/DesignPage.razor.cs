using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Comparisons;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Components.Pages;

/// <summary>
/// The editor: sections, the form of one of them, every generated file, and the problems. The URL holds all that the
/// page needs to come back: the design, the section, the document and the field with the keyboard.
/// </summary>
public sealed partial class DesignPage : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Pages/DesignPage.razor.js";

    private readonly BrowserWatch<DesignPage> _browser;
    private DesignEditor? _editor;

    /// <summary>Counts up when forms must be made anew because drafts of an earlier page were found.</summary>
    private int _formVersion;
    private DesignFolder? _unreadable;
    private DesignSection _section = DesignFields.Sections[0];
    private PreviewPlace _place = new();
    private PinnedComparison _comparison = null!;
    private string? _followed;
    private string _location = "";
    private string? _openedSlug;
    private bool _showsProblems;

    /// <summary>What was typed in this tab and is not in the design.</summary>
    private EquatableArray<DraftProblem> _typed;
    private IDisposable? _draftWatch;
    private IDisposable? _snapshotWatch;

    public DesignPage() => _browser = new(this);

    [Inject]
    public required DesignSessions Sessions { get; init; }

    [Inject]
    public required ComparisonSources Comparisons { get; init; }

    [Inject]
    public required DesignSnapshots Snapshots { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required Announcer Announcer { get; init; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public string? SectionId { get; set; }

    /// <summary>The path of the file in the preview.</summary>
    [SupplyParameterFromQuery(Name = PreviewPlace.DocumentKey)]
    public string? Document { get; set; }

    /// <summary>The path of the second file.</summary>
    [SupplyParameterFromQuery(Name = PreviewPlace.BesideKey)]
    public string? Beside { get; set; }

    /// <summary>The line of the file that is shown, counted from 1; an address may hold anything here.</summary>
    [SupplyParameterFromQuery(Name = PreviewPlace.LineKey)]
    public string? Line { get; set; }

    /// <summary>What the files are compared with.</summary>
    [SupplyParameterFromQuery(Name = PreviewPlace.AgainstKey)]
    public string? Against { get; set; }

    /// <summary>True when the file stays while sections change.</summary>
    [SupplyParameterFromQuery(Name = PreviewPlace.PinnedKey)]
    public string? Pinned { get; set; }

    /// <summary>True when long lines are wrapped.</summary>
    [SupplyParameterFromQuery(Name = PreviewPlace.WrappedKey)]
    public string? Wrapped { get; set; }

    /// <summary>The field that gets the keyboard.</summary>
    [SupplyParameterFromQuery(Name = EditorUrl.FocusKey)]
    public string? FocusedField { get; set; }

    /// <summary>Called by the browser for Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y.</summary>
    [JSInvokable]
    public void Travel(bool isUndo)
    {
        if (isUndo)
        {
            Undo();
        }
        else
        {
            Redo();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= FocusAgain;
        _paletteToken?.Dispose();
        _draftWatch?.Dispose();
        _snapshotWatch?.Dispose();
        _editor?.Dispose();
        await _browser.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _comparison = new PinnedComparison(Comparisons, Time);
        _location = Navigation.Uri;
        Navigation.LocationChanged += FocusAgain;
        _paletteToken = Palette.Add(this);
        _snapshotWatch = Snapshots.Subscribe(() => _ = InvokeAsync(LookAtSnapshots));
    }

    protected override void OnParametersSet()
    {
        if (!ReadAddress())
        {
            return;
        }

        var place = new PreviewPlace(Document, Beside, LineOf(Line), Against, IsTrue(Pinned), IsTrue(Wrapped));
        _place = place == _place ? _place : place;
        if (!string.Equals(_openedSlug, Slug, StringComparison.Ordinal))
        {
            Open();
        }

        if (_editor is not null)
        {
            _comparison.Pin(_editor.Session, Against);
        }

        FollowSection();
        ReadPanels();
        FollowUrl();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _browser.StartAsync(Script, ModulePath, "watchKeys");
        }
    }

    private static int? LineOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0 ? line : null;

    private void Open()
    {
        _draftWatch?.Dispose();
        _editor?.Dispose();
        _editor = null;
        _typed = [];
        _openedSlug = Slug;
        _open = OpenPanels.None;
        _panes = PaneOrder.Initial;
        _asked = null;
        var result = Sessions.Open(Slug);
        _unreadable = result.Unreadable;
        if (result.Session is { } session)
        {
            _editor = new DesignEditor(session, InvokeAsync, Show);
            _draftWatch = _editor.Drafts.Watch(ShowTyped);
        }
    }

    private void Show()
    {
        _typed = DraftProblem.Of(_editor!);
        StateHasChanged();
    }

    private void LookAtSnapshots()
    {
        if (_editor is not null && _comparison.LookAgain(_editor.Session))
        {
            StateHasChanged();
        }
    }

    /// <summary>What is typed seldom changes the list of what is refused; the page renders only then.</summary>
    private void ShowTyped()
    {
        var typed = DraftProblem.Of(_editor!);
        if (typed != _typed)
        {
            _typed = typed;
            StateHasChanged();
        }
    }

    private void Undo()
    {
        var field = _editor?.Undo();
        GoTo(field);
        Announcer.Say(field is null ? "Nothing to undo" : $"Undone: {_editor?.Snapshot.History.NextRedo?.Label}");
    }

    private void Redo()
    {
        var field = _editor?.Redo();
        GoTo(field);
        Announcer.Say(field is null ? "Nothing to redo" : $"Done again: {_editor?.Snapshot.History.NextUndo?.Label}");
    }

    /// <summary>The button of a fix goes with its problem; the keyboard is brought to the head of the list, which counts those that are left.</summary>
    private async Task FixAsync(Diagnostic diagnostic)
    {
        if (diagnostic.Fix is { } fix)
        {
            _editor?.Apply(new DesignEdit(diagnostic.Path, EditLabels.Fix(fix.Title), fix.Apply));
            Announcer.Say($"Fixed: {EditLabels.Fix(fix.Title)}");
            await Script.FocusFieldAsync(ProblemsPanel.HeadId);
        }
    }

    private void ShowProblems() => _showsProblems = true;

    private IReadOnlyList<ComparisonChoice> ListComparisons() => _editor is null ? [] : _comparison.Choices(_editor.Session);

    private void ShowPlace(PreviewPlace place) =>
        Navigation.NavigateTo(EditorUrl.Of(Slug, _section.Id, place), new NavigationOptions { ReplaceHistoryEntry = true });

    /// <summary>
    /// Lets the preview follow to a section that was opened: a chosen file that has no line of it gives way to one that
    /// has, unless it is pinned.
    /// </summary>
    private void FollowSection()
    {
        var isOpened = _followed is not null && !string.Equals(_followed, _section.Id, StringComparison.Ordinal);
        _followed = _section.Id;
        if (!isOpened || _place.IsPinned || _place.Document is null || _editor is null)
        {
            return;
        }

        var compiled = _editor.Compiled;
        var hasLines = new[] { _place.Document, _place.Beside }
            .Any(path => path is not null && SectionDocuments.Has(compiled.FindDocument(path), _section.Id));
        if (!hasLines && SectionDocuments.MainOf(compiled, _section.Id) is not null)
        {
            Navigation.NavigateTo(
                EditorUrl.Of(Slug, _section.Id, _place with { Document = null, Line = null }, FocusedField),
                new NavigationOptions { ReplaceHistoryEntry = true });
        }
    }

    private static bool IsTrue(string? value) => bool.TryParse(value, out var isTrue) && isTrue;

    private void GoTo(FieldPath? field)
    {
        if (field is { } path)
        {
            var isHere = string.Equals(path.Section, _section.Id, StringComparison.Ordinal);
            Navigation.NavigateTo(EditorUrl.OfField(Slug, path, _place), new NavigationOptions { ReplaceHistoryEntry = isHere });
        }
    }

    /// <summary>A link to the place that the URL names already changes no parameter; the field still gets the keyboard once more.</summary>
    private void FocusAgain(object? sender, LocationChangedEventArgs e)
    {
        var isSame = string.Equals(e.Location, _location, StringComparison.Ordinal);
        _location = e.Location;
        if (isSame && (FocusedField is not null || e.IsNavigationIntercepted))
        {
            _ = InvokeAsync(async () =>
            {
                BringToFront(EditorPane.Form);
                StateHasChanged();
                if (FocusedField is { } field)
                {
                    await Script.FocusFieldAsync(field);
                }
            });
        }
    }
}
