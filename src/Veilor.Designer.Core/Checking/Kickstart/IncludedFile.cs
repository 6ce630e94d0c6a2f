namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>A file that a kickstart names with <c>%include</c>.</summary>
/// <param name="Path">Where it was found; paths within it are looked for beside it.</param>
/// <param name="Text">Its content; null when it cannot be read.</param>
/// <param name="Error">Why it cannot be read, as Python says it: <c>[Errno 2] No such file or directory</c>.</param>
public sealed record IncludedFile(string Path, string? Text, string Error = "")
{
    /// <summary>A file that is not there.</summary>
    public static IncludedFile Missing(string path) => new(path, null, "[Errno 2] No such file or directory");
}
