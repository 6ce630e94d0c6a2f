namespace Veilor.Designer.Core.Validation;

/// <summary>Where a command of the build writes, as far as its words show.</summary>
internal static class BuildTargets
{
    private static readonly string[] Writers = ["cp", "mv", "install", "ln", "touch", "mkdir", "tee", "rsync", "tar", "unzip", "curl", "wget"];

    /// <summary>True when the command writes below the folder, which ends with a slash.</summary>
    public static bool WritesBelow(BuildCommand command, string folder)
    {
        for (var i = 0; i < command.Words.Count; i++)
        {
            var word = command.Words[i];
            var arrow = word.LastIndexOf('>');
            var target = arrow >= 0 ? word[(arrow + 1)..] : i > 0 && command.Words[i - 1].EndsWith('>') ? word : "";
            if (target.StartsWith(folder, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Array.IndexOf(Writers, command.Program) >= 0
            && (command.Program is "mkdir" or "touch" or "tee" ? command.Words.Skip(1) : command.Words.TakeLast(1)).Any(word => word.StartsWith(folder, StringComparison.Ordinal));
    }
}
