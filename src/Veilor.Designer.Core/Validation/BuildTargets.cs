namespace Veilor.Designer.Core.Validation;

/// <summary>Where a command of the build writes, as far as its words show.</summary>
internal static class BuildTargets
{
    private static readonly string[] Writers = ["cp", "mv", "install", "ln", "touch", "mkdir", "tee", "rsync", "tar", "unzip", "curl", "wget", "COPY", "ADD"];

    /// <summary>Those that put a file into a folder that is named without a slash.</summary>
    private static readonly string[] Placers = ["cp", "mv", "install", "rsync", "COPY", "ADD"];

    /// <summary>True when the command writes below the folder, which ends with a slash.</summary>
    public static bool WritesBelow(BuildCommand command, string folder) =>
        Of(command).Any(word => word.StartsWith(folder, StringComparison.Ordinal))
        || (Array.IndexOf(Placers, command.Program) >= 0 && Of(command).Any(word => folder.AsSpan()[..^1].SequenceEqual(word)));

    /// <summary>True when the command writes the file.</summary>
    public static bool Writes(BuildCommand command, string file) =>
        Of(command).Any(word => string.Equals(word, file, StringComparison.Ordinal));

    private static IEnumerable<string> Of(BuildCommand command)
    {
        for (var i = 0; i < command.Words.Count; i++)
        {
            var word = command.Words[i];
            var arrow = word.LastIndexOf('>');
            var target = arrow >= 0 ? word[(arrow + 1)..] : i > 0 && command.Words[i - 1].EndsWith('>') ? word : "";
            if (target.Length > 0)
            {
                yield return target;
            }
        }

        if (Array.IndexOf(Writers, command.Program) >= 0)
        {
            foreach (var word in command.Program is "mkdir" or "touch" or "tee" ? command.Words.Skip(1) : command.Words.Skip(1).TakeLast(1))
            {
                yield return word;
            }
        }
    }
}
