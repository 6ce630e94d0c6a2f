using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Files;

/// <summary>
/// The files beside a design as a tree with one tab stop: arrow keys move and fold, Delete deletes, F2 goes to the name.
/// It renders when files, modes or problems changed, not after every edit.
/// </summary>
public sealed partial class ContentBrowser : SliceComponent
{
    private const int MostRefused = 8;
    private const int RowHeight = 28;
    private const int MostRows = 10;

    private readonly HashSet<string> _toggled = new(StringComparer.Ordinal);
    private (DesignContent? Content, OverlaySection? Overlay, EquatableArray<Diagnostic> Problems) _rendered;
    private List<TreeNode> _rows = [];
    private Dictionary<string, List<Diagnostic>> _problems = [];
    private FileEdits _edits = null!;
    private string? _current;
    private string _folder = "";

    /// <summary>True while the folder is one that was typed: then only the person changes it.</summary>
    private bool _isFolderTyped;
    private string _folderError = "";
    private string? _newFile;
    private string _problem = "";
    private string? _focus;
    private string? _wanted;
    private int? _deletedAt;
    private ElementReference _root;

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    /// <summary>The path that stands for the files in undo and in addresses, such as <c>overlay.files</c>.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The folders of the design that are shown, each with a slash at the end.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Tops { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string Help { get; set; } = "";

    /// <summary>What a file is for, where there is none yet.</summary>
    [Parameter]
    public string EmptyText { get; set; } = "";

    [CascadingParameter(Name = "FocusedField")]
    public string? FocusedField { get; set; }

    private DesignContent Content => Editor.Compiled.Content;

    private string Height => string.Create(CultureInfo.InvariantCulture, $"block-size: {(Math.Min(_rows.Count, MostRows) * RowHeight) + 10}px");

    private IEnumerable<string> Folders => Tops.Concat(Files.Select(file => FolderOf(file.Path))).Distinct(StringComparer.Ordinal);

    private IEnumerable<ContentFile> Files => Tops.SelectMany(Content.Below);

    private string Summary
    {
        get
        {
            var files = Files.ToList();
            return string.Create(CultureInfo.InvariantCulture, $"{files.Count} {(files.Count == 1 ? "file" : "files")}, {FileSize.Text(files.Sum(file => file.Length))}");
        }
    }

    /// <summary>What happens to files of the folder in the image.</summary>
    private string FolderNote => OverlayPlaces.ProblemOf(_folder) is { } problem
        ? OverlayPlaces.Describe(problem)
        : _isFolderTyped
        ? "Stays as typed; empty it to follow the tree again. A new folder is made with its first file: git and bundles keep no empty ones."
        : "Follows the row that you choose in the tree, until you type a folder. A new folder is made with its first file: git and bundles keep no empty ones.";

    protected override void OnInitialized()
    {
        _folder = Tops[0];
        _edits = new FileEdits(Editor, new FieldPath(Id));
    }

    protected override bool ReadSlice()
    {
        var problems = Editor.Compiled.Diagnostics.Where(each => each.Path.Section is "overlay" or "scripts").ToEquatableArray();
        var now = (Content, Editor.Design.Overlay, problems);
        var named = FileOf(FocusedField);
        var isThere = named is not null && _edits.FilesOf(named).Count > 0;
        var wanted = isThere && !string.Equals(_wanted, FocusedField, StringComparison.Ordinal) ? named : null;

        // A file that is named and not there is gone to when undo brings it back.
        _wanted = named is null || isThere ? FocusedField : null;
        if (ReferenceEquals(_rendered.Content, now.Content) && ReferenceEquals(_rendered.Overlay, now.Overlay)
            && _rendered.Problems == problems && wanted is null)
        {
            return false;
        }

        _rendered = now;
        _problems = ReadProblems(problems);
        if (_current is not null && _edits.FilesOf(_current).Count == 0)
        {
            _current = null;
        }

        ReadRows();
        if (wanted is not null)
        {
            Reveal(wanted);
        }

        if (_current is null && _deletedAt is { } at)
        {
            GoTo(Math.Min(at, _rows.Count - 1));
        }

        _deletedAt = null;
        return true;
    }

    /// <summary>The problems that stand at a file or a folder, by its path.</summary>
    private Dictionary<string, List<Diagnostic>> ReadProblems(EquatableArray<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => (FileOf(diagnostic.Path.Value) ?? ListedFile(diagnostic.Path)) is not null)
        .GroupBy(diagnostic => (FileOf(diagnostic.Path.Value) ?? ListedFile(diagnostic.Path))!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    /// <summary>The file that a path of these files names; null for another path.</summary>
    private string? FileOf(string? path) => path is not null && path.StartsWith(Id + "[", StringComparison.Ordinal) && path.EndsWith(']') ? path[(Id.Length + 1)..^1] : null;

    /// <summary>The file that a row of another field speaks of: a script of a list, a mode.</summary>
    private static string? ListedFile(FieldPath path)
    {
        var folder = path.Field == ContentFields.ScriptsBeforePackages.Path || path.Field == ContentFields.RunScripts.Path || path.Field == ContentFields.FirstBootScripts.Path ? DesignContent.ScriptsFolder
            : path.Field == ContentFields.Permissions.Path ? DesignContent.OverlayFolder
            : null;
        return folder is not null && path.ListItem is { } item ? folder + item.Value[(path.Field.Value.Length + 1)..^1] : null;
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static string Indent(TreeNode row) => string.Create(CultureInfo.InvariantCulture, $"--level: {row.Level - 1}");

    private string IconOf(TreeNode row) => row.IsFolder
        ? IsOpen(row.Path) ? Icons.Material.Filled.ExpandMore : Icons.Material.Filled.ChevronRight
        : Icons.Material.Outlined.Description;

    private string RowId(string path) => $"{Id}[{path}]";

    private bool IsCurrent(TreeNode row) => string.Equals(row.Path, _current, StringComparison.Ordinal);

    /// <summary>Problems of the files as a whole, and of those that are not here.</summary>
    private EquatableArray<Diagnostic> Unplaced => _rendered.Problems.Where(problem => problem.Path.Field == Id && (FileOf(problem.Path.Value) is not { } file || _edits.FilesOf(file).Count == 0)).ToEquatableArray();

    private EquatableArray<Diagnostic> ProblemsOf(string path) => _problems.TryGetValue(path, out var found) ? found.ToEquatableArray() : [];

    private string ModeOf(ContentFile file) => _edits.PermissionOf(file) is { } permission && ContentFields.Permissions.Find(Editor.Design, permission.Path.ToString()) is { } row
        ? $"{row.Mode} {row.Owner}:{row.Group}"
        : file.IsExecutable ? "executable" : "";

    private void ReadRows() => _rows = TreeNode.Of(Files.Select(file => new BundleFile(file.Path, null, file)), IsOpen);

    /// <summary>Folders are open at first while there are few files.</summary>
    private bool IsOpen(string folder) => (Content.Files.Count <= 40 || (_current?.StartsWith(folder, StringComparison.Ordinal) ?? false)) ^ _toggled.Contains(folder);

    private void Choose(string path, bool isToggling)
    {
        if (isToggling && FileEdits.IsFolder(path))
        {
            Toggle(path);
        }

        Aim(path);
        Select(path);
    }

    /// <summary>New files go where the person has gone in the tree, unless a folder was typed.</summary>
    private void Aim(string path)
    {
        if (!_isFolderTyped)
        {
            _folder = FolderOf(path);
        }
    }

    private void Select(string path)
    {
        _current = path;
        _problem = "";
        ReadRows();
    }

    private void AfterDelete()
    {
        _current = null;
        _focus = Id;
    }

    private void Toggle(string folder)
    {
        if (!_toggled.Remove(folder))
        {
            _toggled.Add(folder);
        }

        ReadRows();
    }

    private void ChooseFolder(string? text)
    {
        _folder = (text ?? "").Trim().TrimStart('/');
        _isFolderTyped = _folder.Length > 0;
        _folder = _isFolderTyped ? _folder : _current is null ? Tops[0] : FolderOf(_current);
        _folder = FileEdits.IsFolder(_folder) ? _folder : _folder + "/";
        _folderError = IsOurs(_folder) ? FileStash.Problem(_folder + "x") : $"Files are kept below {string.Join(" and ", Tops)}.";
    }

    private bool IsOurs(string path) => Tops.Any(top => path.StartsWith(top, StringComparison.Ordinal));

    private void StartFile()
    {
        _newFile = _folderError.Length == 0 && _folder.Length > 0 ? _folder : Tops[0];
        _focus = Id + ":new";
    }

    private void StopFile()
    {
        _newFile = null;
        _problem = "";
    }

    private async Task PressNewAsync(KeyboardEventArgs press)
    {
        switch (press.Key)
        {
            case "Enter":
                await MakeFileAsync();
                break;
            case "Escape":
                StopFile();
                break;
        }
    }

    private Task MakeFileAsync()
    {
        var path = _newFile?.Trim() ?? "";
        _problem = !IsOurs(path) ? $"Files are kept below {string.Join(" and ", Tops)}."
            : FileStash.Problem(path) is { Length: > 0 } problem ? problem
            : Content.Contains(path) ? $"There is a file {path} already."
            : "";
        if (_problem.Length == 0 && Try(() => _edits.Write(path, [], isExecutable: path.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal))))
        {
            _newFile = null;
            Reveal(path);
            _focus = FileDetails.TextId;
        }

        return Task.CompletedTask;
    }

    /// <summary>Does an edit of files; trouble with the disk is said in place.</summary>
    private bool Try(Action edit)
    {
        try
        {
            edit();
            _problem = "";
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problem = e.Message;
            return false;
        }
    }

    private void Press(KeyboardEventArgs press)
    {
        var at = _rows.FindIndex(IsCurrent);
        var row = at < 0 ? null : _rows[at];
        int? next = press.Key switch
        {
            "ArrowDown" => at + 1,
            "ArrowUp" => at - 1,
            "PageDown" => at + MostRows,
            "PageUp" => at - MostRows,
            "Home" => 0,
            "End" => _rows.Count - 1,
            _ => null,
        };
        if (next is { } index)
        {
            GoTo(Math.Clamp(index, 0, _rows.Count - 1), isAiming: true);
        }
        else if (row is not null)
        {
            PressAt(press.Key, at, row);
        }
    }

    private void PressAt(string key, int at, TreeNode row)
    {
        switch (key)
        {
            case "ArrowRight" when row.IsFolder && !IsOpen(row.Path):
            case "ArrowLeft" when row.IsFolder && IsOpen(row.Path):
            case "Enter" or " " when row.IsFolder:
                Toggle(row.Path);
                break;
            case "ArrowRight" when row.IsFolder:
                GoTo(Math.Min(at + 1, _rows.Count - 1), isAiming: true);
                break;
            case "ArrowLeft":
                GoTo(Math.Max(0, _rows.FindLastIndex(at, each => each.Level < row.Level)), isAiming: true);
                break;
            case "Enter" or "F2":
                _focus = string.Equals(key, "F2", StringComparison.Ordinal) ? FileDetails.PathId : FileDetails.TextId;
                break;
            case "Delete":
                _deletedAt = at;
                Try(() => _edits.Delete(row.Path));
                break;
        }
    }

    private void GoTo(int index, bool isAiming = false)
    {
        if (index < 0 || index >= _rows.Count)
        {
            return;
        }

        if (isAiming)
        {
            Aim(_rows[index].Path);
        }

        Reveal(_rows[index].Path);
    }

    /// <summary>Chooses a row and brings it into sight.</summary>
    private void Reveal(string path)
    {
        Select(path);
        _reveal = _rows.FindIndex(IsCurrent);
    }
}
