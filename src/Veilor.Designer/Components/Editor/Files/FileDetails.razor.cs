using System.Text;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Files;

/// <summary>Edits one file or folder of the browser.</summary>
public sealed partial class FileDetails : ComponentBase
{
    /// <summary>The id of the input with the path.</summary>
    public const string PathId = "file-path";

    /// <summary>The id of the text.</summary>
    public const string TextId = "file-text";

    private static readonly string[] Modes = ["0644", "0755", "0600", "0640", "0700", "0750"];

    private ContentFile? _read;
    private string? _text;
    private bool _isWindows;
    private bool _hasMark;
    private string _error = "";

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    /// <summary>The path; of a folder with a slash at the end.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The file; null for a folder.</summary>
    [Parameter]
    public ContentFile? File { get; set; }

    [Parameter, EditorRequired]
    public required FileEdits Edits { get; set; }

    [Parameter]
    public EquatableArray<Diagnostic> Problems { get; set; }

    /// <summary>The files that are shown; a change of them renders the details again.</summary>
    [Parameter]
    public DesignContent? Content { get; set; }

    /// <summary>The design that has the modes.</summary>
    [Parameter]
    public ImageDesign? Design { get; set; }

    /// <summary>Called with the new path.</summary>
    [Parameter]
    public Action<string> Moved { get; set; } = _ => { };

    [Parameter]
    public Action Deleted { get; set; } = () => { };

    private bool IsFolder => FileEdits.IsFolder(Path);

    private string FileCount => Edits.FilesOf(Path).Count is var count && count == 1 ? "its file" : $"its {count} files";

    private string DownloadUrl => ExportEndpoints.DocumentUrl(Editor.Slug, Path);

    private int Rows => Math.Clamp((_text ?? "").Count(c => c == '\n') + 2, 6, 24);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_read, File))
        {
            return;
        }

        _read = File;
        _text = null;
        _error = "";
        if (File is not null && ContentDocuments.ReasonOf(File).Length == 0)
        {
            ReadText(File);
        }
    }

    private void ReadText(ContentFile file)
    {
        try
        {
            using var stream = file.ToBundleEntry().Open();
            var bytes = new byte[file.Length];
            stream.ReadExactly(bytes);
            _hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            var text = Encoding.UTF8.GetString(bytes.AsSpan(_hasMark ? Encoding.UTF8.Preamble.Length : 0));
            _isWindows = text.Contains("\r\n", StringComparison.Ordinal) && text.Count(c => c == '\n') == text.Split("\r\n").Length - 1;
            _text = text.ReplaceLineEndings("\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _error = e.Message;
        }
    }

    /// <summary>Writes the text as the file was: a browser's text has bare line feeds, and no mark at its start.</summary>
    private void Write(string? text)
    {
        var now = (text ?? "").ReplaceLineEndings("\n");
        if (File is not { } file || string.Equals(now, _text, StringComparison.Ordinal))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes((_hasMark ? "\uFEFF" : "") + (_isWindows ? now.ReplaceLineEndings("\r\n") : now));
        Try(() => Edits.Write(Path, bytes, file.IsExecutable));
    }

    private void Move(string? text)
    {
        var to = (text ?? "").Trim();
        to = IsFolder && to.Length > 0 && !to.EndsWith('/') ? to + "/" : to;
        if (string.Equals(to, Path, StringComparison.Ordinal))
        {
            return;
        }

        var problem = "";
        if (Try(() => problem = Edits.Move(Path, to)) && (_error = problem).Length == 0)
        {
            Moved(to);
        }
    }

    private void Delete()
    {
        if (Try(() => Edits.Delete(Path)))
        {
            Deleted();
        }
    }

    private void SetMode(FilePermission permission, string? text) =>
        Set(ContentFields.FileMode, text, mode => permission with { Mode = mode });

    private void SetOwner(FilePermission permission, string? text) =>
        Set(ContentFields.FileOwner, text, owner => permission with { Owner = owner });

    private void SetGroup(FilePermission permission, string? text) =>
        Set(ContentFields.FileOwner, text, group => permission with { Group = group });

    private void Set<T>(ValueCodec<T> codec, string? text, Func<T, FilePermission> change)
    {
        if (!codec.TryParse(text ?? "", out var value, out var error))
        {
            _error = error;
        }
        else if (File is { } file)
        {
            Try(() => Edits.SetPermission(file, change(value)));
        }
    }

    private void SetExecutable(bool isExecutable)
    {
        if (File is { } file)
        {
            Try(() => Edits.SetExecutable(file, isExecutable));
        }
    }

    private bool Try(Action edit)
    {
        try
        {
            _error = "";
            edit();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _error = e.Message;
            return false;
        }
    }
}
