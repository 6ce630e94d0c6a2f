using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Components.Preview;

/// <summary>Every file of the bundle by folder, with its size and what changed. Files that are copied as they are start folded.</summary>
public sealed partial class FileTree : MemoComponent
{
    private const string PaneId = "bundle-files";

    private static readonly string[] Copied = [DesignContent.OverlayFolder, DesignContent.AssetsFolder, DesignContent.ScriptsFolder];

    private readonly HashSet<string> _toggled = new(StringComparer.Ordinal);
    private List<TreeNode> _rows = [];
    private long _size;
    private int _count;

    [Parameter, EditorRequired]
    public required CompiledDesign Compiled { get; set; }

    /// <summary>The path of the file that is shown.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Paths that an edit changed since they were looked at.</summary>
    [Parameter]
    public ImmutableHashSet<string> Marks { get; set; } = [];

    /// <summary>The other side of a comparison.</summary>
    [Parameter]
    public PreviewComparison? Compared { get; set; }

    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    [Parameter]
    public EventCallback<string> OnSelectBeside { get; set; }

    private int TabStop => Math.Max(0, _rows.FindIndex(row => string.Equals(row.Path, Selected, StringComparison.Ordinal)));

    private string Summary => string.Create(CultureInfo.InvariantCulture, $"{_count} files, {FileSize.Text(_size)}");

    protected override void OnParametersSet() => Read();

    private void Read()
    {
        var files = BundleFile.All(Compiled).ToList();
        _count = files.Count;
        _size = files.Sum(file => file.Size);
        if (Compared is not null)
        {
            files.AddRange(Compared.ChangesOf(Compiled)
                .Where(change => change.Value == FileChange.Removed)
                .Select(change => BundleFile.Find(Compared.Compiled, change.Key)!.Value));
        }

        _rows = TreeNode.Of(files, IsOpen);
    }

    private bool IsOpen(string folder)
    {
        var isOpenAtFirst = !Array.Exists(Copied, copied => folder.StartsWith(copied, StringComparison.Ordinal))
            || (Selected is not null && Selected.StartsWith(folder, StringComparison.Ordinal));
        return isOpenAtFirst ^ _toggled.Contains(folder);
    }

    private void Toggle(string folder)
    {
        if (!_toggled.Remove(folder))
        {
            _toggled.Add(folder);
        }

        Read();
    }

    private string? ChangeOf(string path) =>
        Compared is not null
            ? (Compared.ChangesOf(Compiled).TryGetValue(path, out var change) ? change.ToString() : null)
            : Marks.Contains(path) ? nameof(FileChange.Changed) : null;

    private static string SizeOf(BundleFile file) => FileSize.Text(file.Size);

    private static string TitleOf(BundleFile file) =>
        $"{file.Path}\n{(file.Generated is null ? "Copied as it is" : "Generated")}, {FileSize.Text(file.Size)}{(file.IsExecutable ? ", executable" : "")}";

    private static string Indent(TreeNode node) => string.Create(CultureInfo.InvariantCulture, $"--level: {node.Level - 1}");
}
