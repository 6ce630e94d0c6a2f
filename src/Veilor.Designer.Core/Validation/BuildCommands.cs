using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
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

    private static readonly Remembered<ExtraSection, IReadOnlyList<BuildCommand>> OfLines = new(extra =>
        [.. ExtraLines.Instructions(extra)
            .Where(each => string.Equals(each.Keyword, "RUN", StringComparison.Ordinal))
            .SelectMany(each => Read(each.Arguments, each.Path, "your lines"))]);

    private static readonly Remembered<ContentFile, IReadOnlyList<BuildCommand>> OfScript = new(file =>
        [.. Read(file.ReadableText(), PathOf(file), file.Path)]);

    private static readonly Remembered<DesignContent, IReadOnlyList<BuildCommand>> OfUnits = new(content =>
        [.. OverlayFiles.Units(content).SelectMany(each => each.Unit.Commands().SelectMany(command => Read(command, ContentFields.OverlayFrom.Path, each.Path)))]);

    public static IEnumerable<BuildCommand> Of(RuleInput input) =>
        OfLines.Of(input.Design.Extra).Concat(input.Design.Scripts.Run
            .Select(script => input.Content.Find(DesignContent.ScriptsFolder + script))
            .OfType<ContentFile>()
            .SelectMany(OfScript.Of));

    /// <summary>What the units of the overlay run on a machine.</summary>
    public static IEnumerable<BuildCommand> OfOverlayUnits(DesignContent content) => OfUnits.Of(content);

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

    private static FieldPath PathOf(ContentFile script) =>
        ContentFields.RunScripts.Path.Item(script.Path[DesignContent.ScriptsFolder.Length..]);

    [GeneratedRegex(@";|&&|\|\||\||\$\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
