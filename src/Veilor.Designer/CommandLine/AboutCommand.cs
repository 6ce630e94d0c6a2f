using System.CommandLine;

namespace Veilor.Designer.CommandLine;

/// <summary><c>about WORDS</c>: prints the help page of a code, a section, a field or a setting, or lists the pages that hold the words.</summary>
public static class AboutCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "A code (VD5004), a section, the path of a field, a setting of the catalogue, or words to look for.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("about", "Print the help page of a code, a section, a field or a setting.") { words };
        command.SetAction(parsed => Run(string.Join(' ', parsed.GetRequiredValue(words)), context));
        return command;
    }

    private static int Run(string words, CommandContext context)
    {
        if (context.Help.Guess(words) is { } topic)
        {
            context.Output.Write(topic.Markdown.TrimEnd() + "\n");
            return ExitStatus.Success;
        }

        var found = context.Help.Search(words);
        foreach (var each in found)
            context.Output.WriteLine(PlainLine.Of($"{each.Id}  {each.Title}"));
        if (found.Count > 0)
            return ExitStatus.Success;
        context.Error.WriteLine(PlainLine.Of($"No help page speaks of '{words}'."));
        return ExitStatus.Failure;
    }
}
