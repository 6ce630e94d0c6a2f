using Microsoft.AspNetCore.Components;
using MudBlazor;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Components.Review;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Help;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Pages;

/// <summary>What the palette finds in the editor: commands, problems and their fixes, files, what the design holds, and every place.</summary>
public sealed partial class DesignPage : IPaletteSource
{
    private IDisposable? _paletteToken;

    [Inject]
    public required PaletteSources Palette { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    IEnumerable<PaletteEntry> IPaletteSource.ListEntries() => _editor is { } editor && editor.Snapshot.Save.State != SaveState.Closed
        ? [.. CommandEntries(editor.Snapshot), .. ProblemEntries(editor.Snapshot), .. FileEntries(editor.Snapshot), .. PlaceEntries(), .. ItemEntries(editor.Snapshot)]
        : [];

    private IEnumerable<PaletteEntry> CommandEntries(DesignSnapshot snapshot)
    {
        if (snapshot.History.NextUndo is { } undo)
        {
            yield return Command("undo", $"Undo: {undo.Label}", "Ctrl+Z", Undo);
        }

        if (snapshot.History.NextRedo is { } redo)
        {
            yield return Command("redo", $"Redo: {redo.Label}", "Ctrl+Shift+Z", Redo);
        }

        if (snapshot.Save.State == SaveState.Conflict)
        {
            yield return Command("conflict-load", "Load the file from the disk", "Ends the conflict; can be undone", () => _editor?.Session.LoadFile());
            yield return Command("conflict-keep", "Keep mine: write over the file", "Ends the conflict", () => _editor?.Session.KeepMine());
        }

        if (BundleExporter.Obstacle(snapshot.Compiled, snapshot.Refused) is { Length: > 0 } obstacle)
        {
            yield return Command("export-blocked", "Export is blocked: show the problems", obstacle, ShowProblems);
        }
        else
        {
            yield return Command("export-zip", "Export as a zip archive", "A ready git repository", () => Navigation.NavigateTo(ExportEndpoints.ArchiveUrl(Slug, BundleArchive.Zip), forceLoad: true));
            yield return Command("export-tar", "Export as a tar archive (.tar.gz)", "A ready git repository", () => Navigation.NavigateTo(ExportEndpoints.ArchiveUrl(Slug, BundleArchive.TarGz), forceLoad: true));
            yield return Command("export-folder", "Export into a folder…", "A folder on this machine", () => ExportMenu.AskFolderAsync(Dialogs, Slug));
        }

        yield return Command("build", "Build", "Build the image here with podman", () => Navigation.NavigateTo(EditorUrl.OfBuild(Slug)));
        yield return Command("gate", "Decision gate", "What is shown of this design", () => Navigation.NavigateTo(EditorUrl.OfGate(Slug)));
        yield return Command("problems", _showsProblems ? "Hide the problems" : "Show the problems", "The list below the form", () => _showsProblems = !_showsProblems);
        yield return Command("changes", "What changed", "Against the template, a snapshot, the last build…", () => ShowPanel(ReviewPanels.Changes));
        yield return Command("snapshots", "Snapshots", "Keep this state under a name", () => ShowPanel(ReviewPanels.Snapshots));
        yield return Command("routes", "Where it goes", "The file that carries each fact", () => ShowPanel(ReviewPanels.Routes));
        yield return Command("share", "Copy link…", "The design in an address, without secrets", () => ReviewMenu.ShareAsync(Dialogs, Slug));
        yield return Command("help-here", "Help for this section", "F1", () => ShowHelp(""));
        yield return Command("shortcuts", "Keyboard shortcuts", "?", () => ShowHelp(HelpIds.OfGuide("keyboard")));
    }

    private IEnumerable<PaletteEntry> ProblemEntries(DesignSnapshot snapshot)
    {
        foreach (var typed in _typed)
        {
            yield return Entry($"typed:{typed.Path}", PaletteKind.Problem, typed.Message, $"Warning · {typed.Place}", () => GoTo(typed.Path));
        }

        foreach (var (index, diagnostic) in snapshot.Compiled.Diagnostics.Index())
        {
            var place = FieldName.Of(diagnostic.Path);
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{diagnostic.Code}:{diagnostic.Path}:{index}");
            yield return Entry($"problem:{id}", PaletteKind.Problem, diagnostic.Message, $"{Severities.Name(diagnostic.Severity)} {diagnostic.Code} · {place}", () => GoTo(diagnostic.Path));
            if (diagnostic.Fix is { } fix)
            {
                yield return Entry($"fix:{id}", PaletteKind.Fix, fix.Title, $"{diagnostic.Code} · {place} · {diagnostic.Message}", () => FixAsync(diagnostic));
            }
        }
    }

    private IEnumerable<PaletteEntry> FileEntries(DesignSnapshot snapshot) => snapshot.Compiled.Documents.Select(document => Entry(
        $"file:{document.Path}",
        PaletteKind.File,
        document.Path,
        $"{Severities.Count(document.Lines.Count, "line")} in the preview",
        () =>
        {
            BringToFront(EditorPane.Preview);
            ShowPlace(_place with { Document = document.Path, Line = null });
        }));

    private IEnumerable<PaletteEntry> PlaceEntries() => CataloguePlaces.All.Select(place => Entry(
        place.Id, place.Kind, place.Title, place.Detail, () =>
        {
            BringToFront(EditorPane.Form);
            Navigation.NavigateTo(EditorUrl.Of(Slug, place.Section, _place, _editor is { } editor ? place.FocusIn(editor.Design) : place.Focus));
        }) with
    {
        Words = place.Words,
        Switch = place.Switch is { } find ? () => _editor is { } editor && find(editor.Design) is { } found ? new PaletteSwitch(found.State, found.Edit.Label, () => editor.Apply(found.Edit)) : null : null,
    });

    /// <summary>What the design holds in its lists and the catalogue does not know: its users, its partitions, packages of other names.</summary>
    private IEnumerable<PaletteEntry> ItemEntries(DesignSnapshot snapshot) => DesignFields.All
        .SelectMany(field => field.ListItems(snapshot.Compiled.Design))
        .Where(item => !CataloguePlaces.Knows(item.Path.Section, item.Name))
        .Select(item => Entry($"item:{item.Path}", PaletteKind.Item, item.Name, FieldName.Of(item.Path.Field), () => GoTo(item.Path)));

    private PaletteEntry Command(string id, string title, string detail, Action run) => Entry($"command:{id}", PaletteKind.Command, title, detail, run);

    private static PaletteEntry Command(string id, string title, string detail, Func<Task> run) => new($"command:{id}", PaletteKind.Command, title, detail, run);

    private static PaletteEntry Entry(string id, PaletteKind kind, string title, string detail, Func<Task> run) => new(id, kind, title, detail, run);

    /// <summary>What runs from the palette changes what this page shows.</summary>
    private PaletteEntry Entry(string id, PaletteKind kind, string title, string detail, Action run) => new(id, kind, title, detail, () =>
    {
        run();
        StateHasChanged();
        return Task.CompletedTask;
    });
}
