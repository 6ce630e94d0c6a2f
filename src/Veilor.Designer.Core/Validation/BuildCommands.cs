using System.Text.RegularExpressions;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// The commands of the build: those of RUN in lines of one's own, and those of the scripts in the list. The text is
/// read line by line and parted where the shell parts commands, which is enough to recognise a command and never runs anything.
/// </summary>
internal static partial class BuildCommands
{
    private static readonly string[] Prefixes = ["sudo", "exec", "command", "env", "then", "do", "else", "!", "if", "while", "set", "time", "nice"];

    public static IEnumerable<BuildCommand> Of(RuleInput input)
    {
        foreach (var (path, keyword, arguments) in ExtraLines.Instructions(input.Design))
        {
            if (string.Equals(keyword, "RUN", StringComparison.Ordinal))
            {
                foreach (var command in Read(arguments, path, "your lines"))
                {
                    yield return command;
                }
            }
        }

        foreach (var script in input.Design.Scripts.Run)
        {
            if (input.Content.Find(DesignContent.ScriptsFolder + script) is { } file)
            {
                foreach (var command in Read(file.ReadableText(), ContentFields.RunScripts.PathOf(script), $"scripts/{script}"))
                {
                    yield return command;
                }
            }
        }
    }

    /// <summary>The commands of a shell text.</summary>
    public static IEnumerable<BuildCommand> Read(string text, FieldPath path, string place)
    {
        foreach (var line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            foreach (var piece in Separator().Split(line))
            {
                var words = piece.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => word.Trim('"', '\'', '(', ')', '{', '}'))
                    .SkipWhile(word => word.Length == 0 || Array.IndexOf(Prefixes, word) >= 0 || word.StartsWith("--mount=", StringComparison.Ordinal) || Assignment().IsMatch(word))
                    .ToList();
                if (words.Count > 0)
                {
                    words[0] = words[0][(words[0].LastIndexOf('/') + 1)..];
                    yield return new BuildCommand(path, place, words, piece.Trim());
                }
            }
        }
    }

    [GeneratedRegex(@";|&&|\|\||\||\$\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
