using System.Text.RegularExpressions;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>Files of the overlay that a command names: the program it starts, the script it gives a shell, the settings it applies.</summary>
internal static partial class OverlayPrograms
{
    /// <summary>The files that the text names by an absolute path, and those that these name, each once.</summary>
    /// <param name="content">The files beside the design.</param>
    /// <param name="text">A command, or several.</param>
    /// <param name="seen">Paths that are known already; it grows.</param>
    public static IEnumerable<(string Path, ContentFile File)> Named(DesignContent content, string text, HashSet<string> seen)
    {
        foreach (var path in AbsolutePath().Matches(text).Select(match => InImage(match.Value)))
        {
            if (seen.Add(path) && content.Find(DesignContent.OverlayFolder + path) is { } file)
            {
                yield return (path, file);
                foreach (var each in Named(content, string.Join('\n', OverlayFiles.Lines(file)), seen))
                {
                    yield return each;
                }
            }
        }
    }

    /// <summary>True for a script that a shell reads.</summary>
    public static bool IsShellScript(ContentFile file)
    {
        var text = file.ReadableText();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return Shebang().IsMatch(end < 0 ? text : text[..end]);
    }

    /// <summary>The path without its first slash; /bin, /sbin and /lib are links into /usr.</summary>
    private static string InImage(string path) =>
        path.StartsWith("/bin/", StringComparison.Ordinal) || path.StartsWith("/sbin/", StringComparison.Ordinal) || path.StartsWith("/lib/", StringComparison.Ordinal) ? "usr" + path : path[1..];

    [GeneratedRegex(@"(?<![\w.}~-])/[\w./@+-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex AbsolutePath();

    [GeneratedRegex(@"^#!\s*(/usr)?/bin/(env\s+)?(ba|da)?sh\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shebang();
}
