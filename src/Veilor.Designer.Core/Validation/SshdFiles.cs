using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>What the overlay's files of sshd set for everybody: lines before the first Match, in the order in which sshd reads the files.</summary>
internal static class SshdFiles
{
    private const string Whole = "etc/ssh/sshd_config";

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, string Keyword, IReadOnlyList<string> Words)>> Read = new(content =>
        [.. Files(content).OrderBy(each => each.Path is Whole).ThenBy(each => each.Path, StringComparer.Ordinal).SelectMany(each => Global(each.File).Select(line => (each.Path, line.Keyword, line.Words)))]);

    /// <summary>The main file and the drop-ins.</summary>
    public static IEnumerable<(string Path, ContentFile File)> Files(DesignContent content) =>
        OverlayFiles.Below(content, Whole).Where(each => each.Path is Whole || (each.Path.StartsWith(Whole + ".d/", StringComparison.Ordinal) && each.Path.EndsWith(".conf", StringComparison.Ordinal)));

    /// <summary>Each line: its file, its keyword in small letters, and its words.</summary>
    public static IReadOnlyList<(string Path, string Keyword, IReadOnlyList<string> Words)> Of(DesignContent content) => Read.Of(content);

    /// <summary>Keyword and words of a line; quotes are taken off, and a comment at the end is none of them.</summary>
    public static (string Keyword, IReadOnlyList<string> Words) Split(string line)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\t', '=');
        var keyword = (end < 0 ? line : line[..end]).Trim('"').ToLowerInvariant();
        var words = end < 0 ? [] : line[end..].TrimStart(' ', '\t', '=').Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return (keyword, [.. words.TakeWhile(word => word[0] != '#').Select(word => word.Trim('"'))]);
    }

    private static IEnumerable<(string Keyword, IReadOnlyList<string> Words)> Global(ContentFile file) =>
        OverlayFiles.Lines(file).Select(Split).TakeWhile(line => line.Keyword is not "match");
}
