using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Veilor.Designer.Core.Compilation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// Every file of the bundle, live: a tab for each generated one, a tree of all, two side by side, a search through all,
/// and what is different from another time or another design. A dot marks a file that an edit changed since it was last
/// looked at.
/// </summary>
public sealed partial class PreviewPane : MemoComponent, IAsyncDisposable
{
    private ImmutableHashSet<string> _marks = [];
    private CompiledDesign? _before;
    private BundleFile _main;
    private BundleFile? _beside;
    private (string Section, string? Path) _followed;
    private LineProblems _mainProblems = LineProblems.None;
    private LineProblems _besideProblems = LineProblems.None;
    private IReadOnlyList<string> _paths = [];
    private IReadOnlyList<ComparisonChoice> _choices = [];
    private DocumentPane? _mainPane;
    private DocumentPane? _besidePane;
    private string? _copied;
    private bool _isWide;
    private bool _showsTree;
    private bool _isMissing;

    [Parameter, EditorRequired]
    public required CompiledDesign Compiled { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The section of the form that is open; the file follows it until a person chooses one.</summary>
    [Parameter]
    public string Section { get; set; } = "";

    /// <summary>What to show.</summary>
    [Parameter]
    public PreviewPlace Place { get; set; } = new();

    /// <summary>Something else is to be shown.</summary>
    [Parameter]
    public EventCallback<PreviewPlace> PlaceChanged { get; set; }

    /// <summary>The other side of a comparison; null when nothing is compared.</summary>
    [Parameter]
    public PreviewComparison? Compared { get; set; }

    /// <summary>Why there is nothing to compare with, though the place asks for it.</summary>
    [Parameter]
    public string ComparisonProblem { get; set; } = "";

    /// <summary>Gives what the design can be compared with.</summary>
    [Parameter]
    public Func<IReadOnlyList<ComparisonChoice>> Choices { get; set; } = () => [];

    /// <summary>What the place asks for and the bundle does not have, such as a link to a file that is gone; null when all is there.</summary>
    private string? MissingText
    {
        get
        {
            if (Place.Document is { } wanted && _isMissing)
            {
                return $"There is no {wanted} in this bundle.";
            }

            return Place.Line is { } line && _main.Text is { } text && line > text.Lines.Count
                ? string.Create(CultureInfo.InvariantCulture, $"{_main.Path} has {text.Lines.Count} lines; there is no line {line}.")
                : null;
        }
    }

    private string ChangedText => _marks.Count == 1 ? "1 other file changed" : $"{_marks.Count} other files changed";

    private int BundleCount => Compiled.Documents.Count + Compiled.Content.Files.Count;

    /// <summary>The generated files, and the one that is shown when it is another.</summary>
    private IEnumerable<BundleFile> Tabs
    {
        get
        {
            var generated = Compiled.Documents.Select(document => new BundleFile(document.Path, document, null));
            return Compiled.FindDocument(_main.Path) is null ? generated.Append(_main) : generated;
        }
    }

    /// <summary>The next file that differs from the other side, in the order of the tree; null when there is no other.</summary>
    private string? NextChanged
    {
        get
        {
            var changed = Compared?.ChangesOf(Compiled).Keys.Order(StringComparer.Ordinal).ToList() ?? [];
            var next = changed.Find(path => string.CompareOrdinal(path, _main.Path) > 0) ?? changed.FirstOrDefault();
            return string.Equals(next, _main.Path, StringComparison.Ordinal) ? null : next;
        }
    }

    protected override void OnParametersSet()
    {
        var shown = (_main, _beside);
        _main = Choose();
        _beside = Place.Beside is { } path ? FindMoved(path, shown._beside) : null;
        _copied = shown == (_main, _beside) ? _copied : null;
        if (_before is not null && !ReferenceEquals(_before, Compiled))
        {
            Mark(_before);
        }

        _marks = _marks.Remove(_main.Path).Remove(_beside?.Path ?? "");
        _paths = Paths();
        _mainProblems = ProblemsOf(_main, _mainProblems);
        _besideProblems = _beside is { } beside ? ProblemsOf(beside, _besideProblems) : LineProblems.None;
        _before = Compiled;
        Search();
        NoticeLine();
    }

    /// <summary>The list keeps its reference while the files are the same ones.</summary>
    private IReadOnlyList<string> Paths()
    {
        var paths = Compiled.Documents.Select(document => document.Path).ToList();
        if (_beside is { Generated: null } copied)
        {
            paths.Add(copied.Path);
        }

        return paths.SequenceEqual(_paths, StringComparer.Ordinal) ? _paths : paths;
    }

    private LineProblems ProblemsOf(BundleFile file, LineProblems previous) =>
        file.Generated is { } document ? LineProblems.Of(document, Compiled.Diagnostics, previous) : LineProblems.None;

    /// <summary>The wanted file; without a wish the one that fits the section.</summary>
    private BundleFile Choose()
    {
        _isMissing = false;
        if (Place.Document is { } wanted)
        {
            if (FindMoved(wanted, _before is null ? null : _main) is { } file)
            {
                return file;
            }

            _isMissing = true;
        }

        if (!string.Equals(_followed.Section, Section, StringComparison.Ordinal) || (_followed.Path is { } path && Compiled.FindDocument(path) is null))
        {
            _followed = (Section, SectionDocuments.MainOf(Compiled, Section)?.Path);
        }

        var document = (_followed.Path is { } followed ? Compiled.FindDocument(followed) : null) ?? Compiled.Documents[0];
        return new BundleFile(document.Path, document, null);
    }

    /// <summary>
    /// The file with a path: of this side, or of the other one of a comparison. When an edit moved it (the image's name
    /// is part of some paths), the one that stands in the place of what was shown.
    /// </summary>
    private BundleFile? FindMoved(string path, BundleFile? shown)
    {
        if (BundleFile.Find(Compiled, path) is { } file)
        {
            return file;
        }

        if (Compared is not null && BundleFile.Find(Compared.Compiled, path) is not null)
        {
            return new BundleFile(path, null, null);
        }

        if (shown is { } before && _before is { } earlier && earlier.Documents.Count == Compiled.Documents.Count)
        {
            var index = earlier.Documents.FindIndex(document => string.Equals(document.Path, before.Path, StringComparison.Ordinal));
            if (index >= 0)
            {
                var document = Compiled.Documents[index];
                return new BundleFile(document.Path, document, null);
            }
        }

        return null;
    }

    private void Mark(CompiledDesign before)
    {
        var changed = Compiled.Documents
            .Where(document => !ReferenceEquals(before.FindDocument(document.Path), document))
            .Select(document => document.Path);
        _marks = _marks.Union(changed);
        _marks = _marks.Except(_marks.Where(path => Compiled.FindDocument(path) is null));
    }

    /// <summary>What is said of a file on its tab; null for nothing.</summary>
    private string? ChangeOf(string path) =>
        Compared is null
            ? _marks.Contains(path) ? "Changed since you looked at it" : null
            : Compared.ChangesOf(Compiled).TryGetValue(path, out var change) ? $"{change} in comparison with {Compared.Name}" : null;

    private DocumentDiff? DiffOf(BundleFile file)
    {
        if (Compared is null)
        {
            return null;
        }

        var before = BundleFile.Find(Compared.Compiled, file.Path)?.Text;
        return before is null && file.Text is null ? null : DocumentDiff.Of(before, file.Text);
    }

    private string ComparedText(PreviewComparison compared)
    {
        var count = compared.ChangesOf(Compiled).Count;
        return count switch
        {
            0 => "no file differs",
            1 => "1 file differs",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count} files differ"),
        };
    }

    private Task GoAsync(PreviewPlace place) => PlaceChanged.InvokeAsync(place);

    private Task SelectAsync(string path) => GoAsync(Place with { Document = path, Line = null });

    private Task SelectBesideAsync(string? path) => GoAsync(Place with { Document = _main.Path, Beside = path });

    private Task SwapAsync() => GoAsync(Place with { Document = _beside?.Path, Beside = _main.Path, Line = null });

    /// <summary>Opens a second file, at first the one behind the first; or closes it.</summary>
    private Task SplitAsync()
    {
        if (_beside is not null)
        {
            return GoAsync(Place with { Beside = null });
        }

        var index = Compiled.Documents.FindIndex(document => string.Equals(document.Path, _main.Path, StringComparison.Ordinal));
        return SelectBesideAsync(Compiled.Documents[(index + 1) % Compiled.Documents.Count].Path);
    }

    private Task PinAsync() => GoAsync(Place with { Document = _main.Path, IsPinned = !Place.IsPinned });

    private Task CompareAsync(string? id) => GoAsync(Place with { Document = _main.Path, Against = id });

    private Task CompareWithAnotherAsync(ChangeEventArgs chosen) =>
        chosen.Value is string { Length: > 0 } id ? CompareAsync(id) : Task.CompletedTask;

    private void LoadChoices(bool isOpen)
    {
        if (isOpen)
        {
            _choices = Choices();
        }
    }

    private Task ShowNextChangedAsync() => NextChanged is { } path ? SelectAsync(path) : Task.CompletedTask;

    /// <summary>Shows the next document that an edit changed, in the order of the tabs.</summary>
    private Task ShowChangedAsync()
    {
        var changed = Compiled.Documents.Where(document => _marks.Contains(document.Path)).ToList();
        var at = Compiled.Documents.FindIndex(document => string.Equals(document.Path, _main.Path, StringComparison.Ordinal));
        return SelectAsync((changed.Find(document => Compiled.Documents.IndexOf(document) > at) ?? changed[0]).Path);
    }

    private Task PressTabAsync(string path, MouseEventArgs press) =>
        press.CtrlKey || press.MetaKey ? SelectBesideAsync(path) : SelectAsync(path);

    private void ToggleTree() => _showsTree = !_showsTree;

    private Task ToggleWrapAsync() => GoAsync(Place with { IsWrapped = !Place.IsWrapped });

    private void ToggleWide() => _isWide = !_isWide;
}
