using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Files;

/// <summary>The edits of the file browser. Each is one step of undo, whatever number of files it changes.</summary>
/// <param name="editor">Whose files are edited.</param>
/// <param name="field">Where undo leads back to: the browser's own path.</param>
public sealed class FileEdits(IDesignEditor editor, FieldPath field)
{
    private DesignContent Content => editor.Compiled.Content;

    /// <summary>The path of a file for undo and for the page's address.</summary>
    public FieldPath PathOf(string file) => field.Item(file);

    /// <summary>Brings files whose content waits already.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Bring(IReadOnlyList<StashedFile> files)
    {
        var replaced = files.Count(file => Content.Contains(file.Path));
        var what = files.Count == 1 ? files[0].Path : $"{files.Count} files";
        Apply(files.Count == 1 ? PathOf(files[0].Path) : field, replaced == files.Count ? $"replace {what}" : $"add {what}", design => design, files);
    }

    /// <summary>Writes the text of a file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path, ReadOnlySpan<byte> content, bool isExecutable)
    {
        var label = Content.Contains(path) ? $"edit {path}" : $"add {path}";
        Apply(PathOf(path), label, design => design, [new StashedFile(path, editor.Files.Add(content, isExecutable))]);
    }

    /// <summary>Takes files away, with what the design says about them.</summary>
    /// <exception cref="IOException">A file cannot be taken away.</exception>
    public void Delete(string path)
    {
        var files = FilesOf(path);
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var what = IsFolder(path) ? $"folder {path.TrimEnd('/')} with {files.Count} {(files.Count == 1 ? "file" : "files")}" : path;
        Apply(PathOf(path), $"delete {what}", design => design.WithoutFiles(paths), [.. files.Select(file => new StashedFile(file.Path, null))]);
    }

    /// <summary>Moves a file or a folder, with what the design says about it.</summary>
    /// <param name="from">The path; of a folder with a slash at the end.</param>
    /// <param name="to">The new path, of the same kind.</param>
    /// <returns>Why it cannot be moved there; empty when it was.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public string Move(string from, string to)
    {
        var moves = FilesOf(from).ToDictionary(file => file.Path, file => to + file.Path[from.Length..], StringComparer.Ordinal);
        if (IsFolder(from) && to.StartsWith(from, StringComparison.Ordinal))
        {
            return "A folder cannot move into itself.";
        }

        foreach (var path in moves.Values)
        {
            if (FileStash.Problem(path) is { Length: > 0 } problem)
            {
                return problem;
            }

            if (Content.Contains(path))
            {
                return $"There is a file {path} already.";
            }
        }

        var files = new List<StashedFile>();
        foreach (var file in FilesOf(from))
        {
            using var stream = file.ToBundleEntry().Open();
            files.Add(new StashedFile(moves[file.Path], editor.Files.Add(stream, file.IsExecutable)));
            files.Add(new StashedFile(file.Path, null));
        }

        Apply(IsFolder(to) ? field : PathOf(to), $"move {from.TrimEnd('/')} to {to.TrimEnd('/')}", design => design.WithMovedFiles(moves), files);
        return "";
    }

    /// <summary>Sets mode and owner: in the file where git keeps them, else as a row of the design.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SetPermission(ContentFile file, FilePermission wished)
    {
        var isPlain = wished is { Mode: var mode, Owner: var owner, Group: var group }
            && mode.ToString() is "0644" or "0755" && owner == Root && group == Root;
        var isExecutable = isPlain ? string.Equals(wished.Mode.ToString(), "0755", StringComparison.Ordinal) : file.IsExecutable;
        var files = new List<StashedFile>();
        if (isExecutable != file.IsExecutable)
        {
            using var stream = file.ToBundleEntry().Open();
            files.Add(new StashedFile(file.Path, editor.Files.Add(stream, isExecutable)));
        }

        Apply(
            PathOf(file.Path),
            $"set mode and owner of {file.Path}",
            design => isPlain ? ContentFields.Permissions.Remove(design, wished.Path.ToString()) : ContentFields.Permissions.Put(design, wished),
            files);
    }

    /// <summary>Why mode and owner of a file of the overlay cannot be set; empty when they can, and for files of other folders.</summary>
    public string PermissionProblem(ContentFile file) =>
        !file.Path.StartsWith(DesignContent.OverlayFolder, StringComparison.Ordinal) ? ""
        : RelativePath.TryParse(file.Path[DesignContent.OverlayFolder.Length..], out _, out var error) ? ""
        : $"Mode and owner cannot be set for a file of this name: the line of the Containerfile that carries them cannot name it. {error} "
            + $"In the image it is root's with {(file.IsExecutable ? "0755" : "0644")}, so everyone can read it. Rename it, or set its mode in a script.";

    /// <summary>Mode and owner of a file of the overlay as they are; null for a path that a row cannot name.</summary>
    public FilePermission? PermissionOf(ContentFile file)
    {
        if (!file.Path.StartsWith(DesignContent.OverlayFolder, StringComparison.Ordinal)
            || !RelativePath.TryParse(file.Path[DesignContent.OverlayFolder.Length..], out var path, out _))
        {
            return null;
        }

        return ContentFields.Permissions.Find(editor.Design, path.ToString())
            ?? new FilePermission { Path = path, Mode = PosixMode.Parse(file.IsExecutable ? "0755" : "0644") };
    }

    /// <summary>Sets the executable bit of a file that has no owner of its own, such as a script.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SetExecutable(ContentFile file, bool isExecutable)
    {
        using var stream = file.ToBundleEntry().Open();
        Apply(PathOf(file.Path), $"make {file.Path} {(isExecutable ? "executable" : "not executable")}", design => design, [new StashedFile(file.Path, editor.Files.Add(stream, isExecutable))]);
    }

    /// <summary>The file, or those of the folder.</summary>
    public IReadOnlyList<ContentFile> FilesOf(string path) =>
        IsFolder(path) ? [.. Content.Below(path)] : Content.Find(path) is { } file ? [file] : [];

    public static bool IsFolder(string path) => path.EndsWith('/');

    private static UnixName Root { get; } = UnixName.Parse("root");

    private void Apply(FieldPath path, string label, Func<ImageDesign, ImageDesign> change, IReadOnlyList<StashedFile> files) =>
        editor.Apply(new DesignEdit(path, label, change) { Files = files.ToEquatableArray() });
}
