using System.Text;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>
/// A strict reader of Containerfiles, written from the format's description and not from our generator: what it takes,
/// buildah 1.28 takes. It knows no heredoc, and it refuses what buildah would only warn of.
/// </summary>
internal static partial class ContainerfileReader
{
    private static readonly Dictionary<string, string[]> Flags = new(StringComparer.Ordinal)
    {
        ["FROM"] = ["--platform"],
        ["RUN"] = ["--mount", "--network", "--security"],
        ["COPY"] = ["--from", "--chown", "--chmod"],
        ["LABEL"] = [],
        ["ARG"] = [],
        ["ENV"] = [],
    };

    /// <summary>The instructions in their order: keyword, flags, and the rest with its continued lines joined.</summary>
    /// <exception cref="FormatException">The text is no such Containerfile.</exception>
    public static IReadOnlyList<(string Keyword, IReadOnlyList<string> Flags, string Text)> Read(string text)
    {
        Refuse(!text.EndsWith('\n'), "the last line has no end", 0);
        var instructions = new List<(string, IReadOnlyList<string>, string)>();
        var lines = text.Split('\n')[..^1];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
            {
                continue;
            }

            var number = i + 1;
            var whole = new StringBuilder();
            while (true)
            {
                Refuse(i == lines.Length, "a backslash at the end of the file", number);
                var line = lines[i];
                Refuse(line.AsSpan().IndexOfAny('\r', '\0') >= 0 || line.TrimEnd() != line, "a line end or a blank at the end", i + 1);
                var isContinued = line.EndsWith('\\');
                Refuse(whole.Length > 0 && line.Length == 0, "an empty line inside an instruction", i + 1);
                whole.Append(isContinued ? line[..^1] : line);
                if (!isContinued)
                {
                    break;
                }

                i++;
            }

            instructions.Add(Split(whole.ToString(), number));
        }

        var first = instructions.FindIndex(each => each.Item1 != "ARG");
        Refuse(first < 0 || instructions[first].Item1 != "FROM", "nothing but ARG may stand before FROM", 1);
        return instructions;
    }

    /// <summary>The names and values of LABEL, ENV or ARG, unquoted.</summary>
    /// <exception cref="FormatException">A quote has no end, or a word is no pair.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\\' when quote != '\'' && i + 1 < text.Length && (quote == '\0' || text[i + 1] is '"' or '\\' or '$'):
                    word.Append(text[++i]);
                    break;
                case '"' or '\'' when quote == '\0':
                    quote = c;
                    break;
                case var end when end == quote:
                    quote = '\0';
                    break;
                case '$' when quote != '\'':
                    throw new FormatException($"a variable in {text}");
                case ' ' or '\t' when quote == '\0':
                    Close();
                    break;
                default:
                    word.Append(c);
                    break;
            }
        }

        Close();
        Refuse(quote != '\0', "a quote without an end", 0);
        return [.. words.Select(each => each.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.Length > 1 ? pair[1] : ""))];

        void Close()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private static (string, IReadOnlyList<string>, string) Split(string instruction, int number)
    {
        var match = Instruction().Match(instruction);
        Refuse(!match.Success, $"no instruction: {instruction}", number);
        var keyword = match.Groups["keyword"].Value;
        Refuse(!Flags.TryGetValue(keyword, out var known), $"unknown instruction {keyword}", number);
        var flags = match.Groups["flag"].Captures.Select(each => each.Value.Trim()).ToList();
        var unknown = flags.Find(flag => !known!.Contains(flag.Split('=')[0], StringComparer.Ordinal));
        Refuse(unknown is not null, $"unknown flag {unknown}", number);
        var rest = match.Groups["rest"].Value;
        Refuse(rest.Length == 0, $"{keyword} without an argument", number);
        Refuse(keyword is "RUN" or "COPY" && Heredoc().IsMatch(Quoted().Replace(rest, "q")), "a heredoc", number);
        Refuse(keyword == "COPY" && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < 2, "COPY without a target", number);
        if (keyword is "LABEL" or "ENV" or "ARG")
        {
            Refuse(Pairs(rest).Any(pair => pair.Key.Length == 0), $"{keyword} without a name", number);
        }

        return (keyword, flags, rest);
    }

    private static void Refuse(bool condition, string reason, int line)
    {
        if (condition)
        {
            throw new FormatException($"line {line}: {reason}");
        }
    }

    [GeneratedRegex(@"^(?<keyword>[A-Z]+)\s+(?<flag>--[a-z]+=\S+\s+)*(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"(^|\s)<<-?[""'A-Za-z_]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heredoc();

    /// <summary>What the shell's quotes protect is no heredoc; buildah's parser looks at whole words, quotes included.</summary>
    [GeneratedRegex(@"\\.|'[^']*'|""(\\.|[^""\\])*""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
