using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Validation;

/// <summary>Where a command of the build writes, as far as its words show.</summary>
internal static class BuildTargets
{
    private static readonly string[] Writers = ["cp", "mv", "install", "ln", "touch", "mkdir", "tee", "rsync", "tar", "unzip", "curl", "wget", "COPY", "ADD"];

    /// <summary>Those that put a file into a folder that is named without a slash.</summary>
    private static readonly string[] Placers = ["cp", "mv", "install", "rsync", "COPY", "ADD"];

    private static readonly Remembered<IReadOnlyList<string>, string[]> Known = new(words => [.. Of(words)]);

    /// <summary>True when the command writes below the folder, which ends with a slash.</summary>
    public static bool WritesBelow(BuildCommand command, string folder) =>
        command.Text.AsSpan().Contains(folder.AsSpan()[..^1], StringComparison.Ordinal)
        && (Array.Exists(Known.Of(command.Words), word => word.StartsWith(folder, StringComparison.Ordinal))
            || (Array.IndexOf(Placers, command.Program) >= 0 && Array.Exists(Known.Of(command.Words), word => folder.AsSpan()[..^1].SequenceEqual(word))));

    /// <summary>True when the command writes the file.</summary>
    public static bool Writes(BuildCommand command, string file) =>
        Array.IndexOf(Known.Of(command.Words), file) >= 0;

    private static IEnumerable<string> Of(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var arrow = word.LastIndexOf('>');
            var target = arrow >= 0 ? word[(arrow + 1)..] : i > 0 && words[i - 1].EndsWith('>') ? word : "";
            if (target.Length > 0)
            {
                yield return target;
            }
        }

        if (Array.IndexOf(Writers, words[0]) >= 0)
        {
            foreach (var word in words[0] is "mkdir" or "touch" or "tee" ? words.Skip(1) : words.Skip(1).TakeLast(1))
            {
                yield return word;
            }
        }
    }
}
