using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>
/// The disk as a picture whose parts are resized with the pointer or the keyboard. While the pointer drags, only the
/// picture follows; where it lets go is one edit.
/// </summary>
public sealed partial class DiskPicture : SliceComponent, IAsyncDisposable
{
    private const string ModulePath = "./Components/Editor/Sections/DiskPicture.razor.js";
    private const int PageSteps = 8;

    private static readonly object FreeKey = new();
    private static readonly CellText<Partition> FileSystem = RecordCells.Of(StorageFields.Partitions, "file_system");

    private readonly BrowserWatch<DiskPicture> _browser;
    private StorageSection? _rendered;
    private ByteSize? _chosen;
    private Partition? _dragged;
    private ByteSize _draggedTo;
    private ElementReference _figure;
    private string _watched = "";

    public DiskPicture() => _browser = new(this);

    [Inject]
    public required IJSRuntime Script { get; init; }

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    private StorageSection Storage => Editor.Design.Storage;

    private ByteSize Disk => _chosen ?? DiskLayout.SmallestDisk(Storage);

    /// <summary>Called by the browser while the pointer drags the end of a partition.</summary>
    /// <param name="name">The partition.</param>
    /// <param name="width">How far, as a part of the picture's width.</param>
    [JSInvokable]
    public void Drag(string name, double width)
    {
        _dragged ??= Find(name);
        if (_dragged is not null && double.IsFinite(width))
        {
            _draggedTo = new DiskLayout(Storage, Disk).Drag(_dragged, width);
            StateHasChanged();
        }
    }

    /// <summary>Called by the browser when the pointer lets go, or when the drag is given up.</summary>
    [JSInvokable]
    public void Drop(bool isKept)
    {
        var dragged = _dragged;
        _dragged = null;
        if (isKept && dragged is not null)
        {
            Resize(dragged.Name, _draggedTo, joins: false);
        }

        StateHasChanged();
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    protected override bool ReadSlice()
    {
        var isSame = ReferenceEquals(_rendered, Storage);
        _rendered = Storage;
        return !isSame;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (string.Equals(_watched, _figure.Id, StringComparison.Ordinal) || Storage.Partitions.IsEmpty)
        {
            return;
        }

        _watched = _figure.Id;
        await _browser.StartAsync(Script, ModulePath, "watchDisk", _figure);
    }

    private static string Percent(string property, double part) =>
        string.Create(CultureInfo.InvariantCulture, $"{property}: {part * 100:0.###}%");

    private static string Readable(ByteSize size) => size.Bytes switch
    {
        >= 1L << 40 => string.Create(CultureInfo.InvariantCulture, $"{size.Bytes / (double)(1L << 40):0.##} TiB"),
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{size.Bytes / (double)(1L << 30):0.#} GiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{size.Bytes / (double)(1L << 20):0.#} MiB"),
    };

    private static string ClassOf(Partition partition) =>
        $"disk-part disk-{FileSystem.Format(partition)}{(partition.Encrypted ? " disk-encrypted" : "")}";

    private static string Title(DiskSegment segment) =>
        $"{segment.Partition.Name}: {Readable(segment.Size)}, {FileSystem.Format(segment.Partition)}{(segment.Partition.MountPoint is { } mount ? $" at {mount}" : "")}";

    /// <summary>The layout with the size to which the pointer has dragged a partition so far.</summary>
    private StorageSection Drawn(StorageSection storage) => _dragged is null
        ? storage
        : storage with { Partitions = [.. storage.Partitions.Select(each => each.Name == _dragged.Name ? each with { Size = _draggedTo } : each)] };

    /// <summary>The size as it is, not rounded: each step must be heard.</summary>
    private string ValueText(DiskSegment segment) => segment.Partition.Grow
        ? $"at least {segment.Partition.Size}, {Readable(segment.Size)} of {Readable(Disk)}"
        : $"{segment.Partition.Size} of {Readable(Disk)}";

    private Partition? Find(string name) => StorageFields.Partitions.Find(Editor.Design, name);

    private void Choose(string? text)
    {
        if (ByteSize.TryParse(text, out var size, out _))
        {
            _chosen = size;
        }
    }

    private void Press(KeyboardEventArgs press, VolumeName name)
    {
        if (Find(name.ToString()) is not { } partition || press.AltKey || press.CtrlKey || press.MetaKey)
        {
            return;
        }

        var layout = new DiskLayout(Storage, Disk);
        var steps = press.ShiftKey ? PageSteps : 1;
        ByteSize? size = press.Key switch
        {
            "ArrowRight" or "ArrowUp" => layout.Move(partition, steps),
            "ArrowLeft" or "ArrowDown" => layout.Move(partition, -steps),
            "PageUp" => layout.Move(partition, PageSteps),
            "PageDown" => layout.Move(partition, -PageSteps),
            "Home" => PartitionSizes.Least(partition),
            "End" => layout.Largest(partition),
            _ => null,
        };
        if (size is { } wished)
        {
            Resize(name, wished, joins: true);
        }
    }

    private void Resize(VolumeName name, ByteSize size, bool joins)
    {
        // The drawn disk stays while a size changes; the picture would jump under the pointer otherwise.
        _chosen ??= Disk;
        Editor.Apply(new DesignEdit(
            StorageFields.Partitions.Path.Item(name.ToString()).Member("size"),
            EditLabels.SetCell("Size", StorageFields.Partitions.ItemLabel, name.ToString()),
            design => StorageFields.Partitions.Find(design, name.ToString()) is { } current
                ? StorageFields.Partitions.Put(design, current with { Size = size })
                : design,
            joins));
    }
}
