using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Kickstart;

namespace Veilor.Designer.CommandLine;

/// <summary>The files that a checked file names, looked up as the real tools do: from the folder that the command runs in.</summary>
internal static class NamedFiles
{
    /// <summary>What stands at a path of a builder config's <c>uri</c>.</summary>
    public static IncludedFileKind Find(string path) =>
        Directory.Exists(path) ? IncludedFileKind.Other
        : File.Exists(path) ? IncludedFileKind.RegularFile
        : IncludedFileKind.Missing;

    /// <summary>A file that a kickstart includes; one that is not found is looked for beside the file that names it.</summary>
    /// <param name="path">As the line names it.</param>
    /// <param name="from">The file with the line.</param>
    public static IncludedFile Read(string path, string from)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return IncludedFile.Missing(path);
        var found = Path.Exists(path) || from == InputFile.StandardInput ? path : Path.Combine(Path.GetDirectoryName(from) ?? "", path) is var beside && Path.Exists(beside) ? beside : path;
        if (Directory.Exists(found))
            return new IncludedFile(found, null, "[Errno 21] Is a directory");
        if (!File.Exists(found))
            return IncludedFile.Missing(found);
        using var error = new StringWriter();
        return InputFile.Read(found, error) is not { } file ? new IncludedFile(found, null, "[Errno 13] Permission denied")
            : file.BadByte is not null ? new IncludedFile(found, null, "no text in UTF-8")
            : new IncludedFile(found, file.Text);
    }
}
