using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>The command <c>realm join</c>, which reads its options in a way of its own.</summary>
internal static class RealmCheck
{
    private static readonly string[] WithValue = ["client-software", "server-software", "membership-software", "one-time-password", "computer-ou"];

    private const string WithoutValue = "no-password";

    public static void Check(CommandLine line)
    {
        line.Refuse(line.Context.Session.Defined.Contains("realm"), "The realm command 'join' should only be specified once");
        var rest = line.Context.RawLine[Math.Min(line.Context.Name.Length, line.Context.RawLine.Length)..].Trim();
        var words = ShellWords.Split(rest, comments: false).Select(w => w.Text).ToList();
        line.Refuse(words.Count == 0, "Missing realm command arguments");
        line.Refuse(words[0] != "join", $"Unsupported realm '{words[0]}' command");
        var realms = ReadOptions(line, words.Skip(1).ToList());
        line.Refuse(realms.Count != 1, "Specify only one realm to join");
        if (realms[0].Length > 0)
        {
            line.Context.Session.Defined.Add("realm");
        }
    }

    private static List<string> ReadOptions(CommandLine line, List<string> words)
    {
        while (words.Count > 0 && words[0].StartsWith('-') && words[0] != "-")
        {
            var word = words[0];
            words.RemoveAt(0);
            if (word == "--")
            {
                break;
            }

            line.Refuse(word[1] != '-', $"Invalid realm arguments: option {word[..2]} not recognized");
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = word[2..(equals < 0 ? word.Length : equals)];
            var matches = WithValue.Append(WithoutValue).Where(o => o.StartsWith(name, StringComparison.Ordinal)).ToList();
            var exact = matches.Find(m => m == name);
            line.Refuse(matches.Count == 0, $"Invalid realm arguments: option --{name} not recognized");
            line.Refuse(exact is null && matches.Count > 1, $"Invalid realm arguments: option --{name} not a unique prefix");
            var option = exact ?? matches[0];
            if (option == WithoutValue)
            {
                line.Refuse(equals >= 0, $"Invalid realm arguments: option --{option} must not have an argument");
            }
            else if (equals < 0)
            {
                line.Refuse(words.Count == 0, $"Invalid realm arguments: option --{option} requires argument");
                words.RemoveAt(0);
            }
        }

        return words;
    }
}
