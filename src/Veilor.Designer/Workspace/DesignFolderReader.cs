using System.Text;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Toml;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Workspace;

/// <summary>Reads design folders: a person's own, a template's, or any that a command names. Nothing is written.</summary>
public sealed class DesignFolderReader(ContentSets sets)
{
    /// <summary>More than a hundred times the largest design seen; a file above it is not a design.</summary>
    private const long MaximumBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a folder, or the folder of a <c>design.toml</c>.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="previous">An earlier reading of the files, to keep what did not change.</param>
    public DesignFolder Read(string path, ContentReading? previous = null)
    {
        var full = Path.GetFullPath(path);
        var file = Directory.Exists(full) ? Path.Combine(full, DesignToml.FileName) : full;
        var folder = Path.GetDirectoryName(file)!;
        if (ReadText(file, out var problem) is not { } text)
        {
            return new DesignFolder(folder, null, null, [problem!], ContentReading.Empty);
        }

        var result = DesignToml.Read(text);
        if (result.Design is null)
        {
            return new DesignFolder(folder, text, null, result.Problems, ContentReading.Empty);
        }

        var problems = result.Design.Overlay.From is { } from && ContentSets.Problem(from) is { Length: > 0 } unknown
            ? new[] { TomlProblem.OfFile(unknown) }
            : [];
        return new DesignFolder(
            folder,
            text,
            problems.Length == 0 ? result.Design : null,
            problems.ToEquatableArray(),
            ReadContent(ContentFolder(folder), problems.Length == 0 ? result.Design.Overlay.From : null, previous));
    }

    /// <summary>Where the files of a design are: beside it, or for a snapshot beside the design that it is a state of.</summary>
    private static string ContentFolder(string folder) =>
        string.Equals(Path.GetFileName(folder), DesignSnapshots.FolderName, StringComparison.Ordinal)
        && Path.GetDirectoryName(folder) is { } parent && File.Exists(Path.Combine(parent, DesignToml.FileName))
            ? parent
            : folder;

    /// <summary>Reads the files beside a <c>design.toml</c>.</summary>
    /// <param name="folder">The design folder.</param>
    /// <param name="set">The content set that the design names, or null.</param>
    /// <param name="previous">An earlier reading, to keep what did not change.</param>
    public ContentReading ReadContent(string folder, VolumeName? set, ContentReading? previous = null)
    {
        var own = ContentLoader.Load(folder, previous);
        return set is null ? own : own.Over(sets.Load(folder));
    }

    /// <summary>Reads a <c>design.toml</c> as text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">Why it cannot be read, when null is returned.</param>
    public static string? ReadText(string file, out TomlProblem? problem)
    {
        problem = null;
        try
        {
            if (PosixFiles.KindOf(file) is null or PosixFileKind.Folder)
            {
                problem = TomlProblem.OfFile($"there is no {DesignToml.FileName} in {Path.GetDirectoryName(file)}");
                return null;
            }

            if (new FileInfo(file).Length > MaximumBytes)
            {
                problem = TomlProblem.OfFile($"the file is larger than {MaximumBytes / 1024 / 1024} MiB; it is no design");
                return null;
            }

            return File.ReadAllText(file, StrictUtf8);
        }
        catch (DecoderFallbackException e)
        {
            problem = TomlProblem.OfFile($"the file is not UTF-8 text: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = TomlProblem.OfFile($"the file cannot be read: {e.Message}");
        }

        return null;
    }
}
