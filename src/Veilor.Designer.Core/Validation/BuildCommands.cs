using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Shell;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// The commands of the build: those of RUN in lines of one's own, and those of the scripts in the list. The text is
/// read as the shell reads it, and nothing is expanded or run.
/// </summary>
internal static partial class BuildCommands
{
    /// <summary>Programs that run another one, which stands behind their options.</summary>
    private static readonly string[] Runners = ["sudo", "env", "nice", "ionice", "time", "exec"];

    private static readonly string[] Shells = ["sh", "bash", "dash", "zsh"];

    private static readonly string[] Prefixes = ["sudo", "exec", "command", "env", "then", "do", "else", "!", "if", "while", "set", "time", "nice", "ionice"];

    private static readonly Remembered<ExtraSection, IReadOnlyList<BuildCommand>> OfLines = new(extra =>
        [.. ExtraLines.Instructions(extra)
            .SelectMany(each => OfInstruction(each.Keyword, each.Arguments, each.Path, "your lines"))]);

    private static readonly Remembered<ContentFile, IReadOnlyList<BuildCommand>> OfScript = new(file =>
        [.. Read(file.ReadableText(), PathOf(file), file.Path)]);

    private static readonly Remembered<DesignContent, IReadOnlyList<BuildCommand>> OfUnits = new(content =>
    [
        .. OverlayFiles.Units(content).SelectMany(each => each.Unit.Commands().SelectMany(command => Read(command, ContentFields.PathOfFile(DesignContent.OverlayFolder + each.Path), DesignContent.OverlayFolder + each.Path))),
        .. OverlayPrograms.Named(content, string.Join('\n', OverlayFiles.Units(content).SelectMany(each => each.Unit.Commands())), [])
            .Where(each => OverlayPrograms.IsShellScript(each.File))
            .SelectMany(each => Read(each.File.ReadableText(), ContentFields.PathOfFile(each.File.Path), each.File.Path)),
    ]);

    private static readonly Remembered<DesignContent, Remembered<ScriptsSection, BuildCommand[]>> OfScripts = new(content => new(scripts =>
        [
            .. Scripts(content, ContentFields.ScriptsBeforePackages, scripts.BeforePackages).SelectMany(each => OfScript.Of(each.File).Select(command => command with { Path = each.Path })),
            .. Scripts(content, ContentFields.RunScripts, scripts.Run).SelectMany(each => OfScript.Of(each.File)),
        ]));

    private static readonly Remembered<BuildCommand[], Remembered<ExtraSection, BuildCommand[]>> OfBoth = new(scripts => new(extra =>
        [.. OfLines.Of(extra), .. scripts]));

    /// <summary>All of them in the order in which they are reported. Nobody writes to the array.</summary>
    public static BuildCommand[] Of(RuleInput input) =>
        OfBoth.Of(OfScripts.Of(input.Content).Of(input.Design.Scripts)).Of(input.Design.Extra);

    /// <summary>The scripts of a list that are there.</summary>
    public static IEnumerable<(FieldPath Path, ContentFile File)> Scripts(RuleInput input, ListField<RelativePath> field) =>
        Scripts(input.Content, field, field.Get(input.Design));

    private static IEnumerable<(FieldPath Path, ContentFile File)> Scripts(DesignContent content, ListField<RelativePath> field, EquatableArray<RelativePath> scripts) =>
        from script in scripts
        let file = content.Find(DesignContent.ScriptsFolder + script)
        where file is not null
        select (field.PathOf(script), file);

    /// <summary>What runs on a machine: the commands of the overlay's units, those of its scripts that they name, and the scripts of the first boot.</summary>
    public static IEnumerable<BuildCommand> OnMachine(RuleInput input) =>
        OfUnits.Of(input.Content)
            .Concat(Scripts(input, ContentFields.FirstBootScripts).SelectMany(each => OfScript.Of(each.File).Select(command => command with { Path = each.Path })));

    /// <summary>What one instruction runs, in either of its forms; COPY and ADD count as programs that write to their last word.</summary>
    public static IEnumerable<BuildCommand> OfInstruction(string keyword, string arguments, FieldPath path, string place)
    {
        if (keyword is not ("RUN" or "COPY" or "ADD"))
        {
            return [];
        }

        var rest = ContainerfileWords.Options(arguments).Tail;
        var list = ContainerfileWords.Json(rest);
        if (keyword is "COPY" or "ADD")
        {
            return [new BuildCommand(path, place, [keyword, .. list ?? ContainerfileWords.Of(rest)?.Select(ContainerfileWords.Unquoted) ?? []], $"{keyword} {rest}")];
        }

        return list switch
        {
            null => Read(rest, path, place),
            [] => [],
            [var shell, var option, var script, ..] when IsShell(shell, option) => Read(script, path, place),
            _ => [new BuildCommand(path, place, [NameOf(list[0]), .. list.Skip(1)], string.Join(' ', list))],
        };
    }

    /// <summary>The commands of a shell text.</summary>
    public static IEnumerable<BuildCommand> Read(string text, FieldPath path, string place) =>
        ShellScript.Read(text).Commands is { } commands ? commands.SelectMany(command => Of(command, path, place)) : ReadLines(text, path, place);

    private static IEnumerable<BuildCommand> Of(ShellCommand command, FieldPath path, string place)
    {
        for (var i = 0; i + 2 < command.Words.Count; i++)
        {
            if (IsShell(command.Words[i], command.Words[i + 1]) && Command([.. command.Words.Take(i)]).Length == 0)
            {
                return Read(command.Words[i + 2], path, place).Select(each => each with { MayFail = each.MayFail || command.MayFail });
            }
        }

        return Command([.. command.Words]) is [var program, .. var rest] ? [new BuildCommand(path, place, [NameOf(program), .. rest], command.Text) { MayFail = command.MayFail }] : [];
    }

    /// <summary>The commands of a text that the shell could not read, line by line.</summary>
    private static IEnumerable<BuildCommand> ReadLines(string text, FieldPath path, string place)
    {
        foreach (var line in text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
        {
            if (line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            foreach (var piece in Separator().Split(line))
            {
                var words = Command([.. piece.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '\'', '(', ')', '{', '}'))]);
                if (words.Length > 0)
                {
                    yield return new BuildCommand(path, place, [NameOf(words[0]), .. words[1..]], piece.Trim());
                }
            }
        }
    }

    /// <summary>The words from the program on that runs in the end: behind variables, sudo and its like, and sh -c.</summary>
    private static string[] Command(string[] words)
    {
        var isBehindRunner = false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (i + 1 < words.Length && IsShell(word, words[i + 1]))
            {
                return Command(words[(i + 2)..]);
            }

            if (word.Length > 0 && Array.IndexOf(Prefixes, word) < 0 && !Assignment().IsMatch(word) && !(isBehindRunner && word[0] == '-'))
            {
                return words[i..];
            }

            isBehindRunner |= Array.IndexOf(Runners, word) >= 0;
        }

        return [];
    }

    private static bool IsShell(string program, string option) =>
        Array.IndexOf(Shells, NameOf(program)) >= 0 && option is ['-', not '-', ..] && option.EndsWith('c');

    private static string NameOf(string program) => program[(program.LastIndexOf('/') + 1)..];

    private static FieldPath PathOf(ContentFile script) =>
        ContentFields.RunScripts.Path.Item(script.Path[DesignContent.ScriptsFolder.Length..]);

    [GeneratedRegex(@";|&&|\|\||\||\$\(|`|(?<![<>&])&(?![>&])", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();
}
