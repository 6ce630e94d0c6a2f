using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>Reads one command line.</summary>
internal static class CommandReader
{
    /// <exception cref="KickstartErrorException">The line is refused.</exception>
    public static void Read(KickstartSession session, IReadOnlyList<ShellWord> words, string rawLine, int number)
    {
        var name = words[0].Text;
        var command = CommandTable.Find(name, session.Dialect)
            ?? throw new KickstartErrorException($"Unknown command: {name}", number);
        var context = new CommandContext(session, command, name, number, rawLine) { Words = words };
        session.Seen.Add(command.Names[0]);
        var conflict = command.Conflicts.FirstOrDefault(session.Seen.Contains);
        if (conflict is not null)
        {
            throw new KickstartErrorException($"The {name} and {conflict} commands can't be used at the same time.", number);
        }

        var status = session.Version == KickstartVersion.Rhel10 && command.StatusInRhel10 is { } other ? other : command.Status;
        switch (status)
        {
            case CommandStatus.Removed:
                throw new KickstartErrorException($"{name} has been removed.", number);
            case CommandStatus.Deprecated:
                session.Warnings.Add(
                    $"Ignoring deprecated command on line {number}: The {name} command has been deprecated and no longer has any effect. "
                    + "It may be removed from future releases, which will result in a fatal error from kickstart. "
                    + "Please modify your kickstart file to remove this command.");
                return;
            case CommandStatus.Unparsed:
                var unparsed = new CommandLine(context, [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);
                command.Check?.Invoke(unparsed);
                return;
            default:
                ReadOptions(context);
                return;
        }
    }

    private static void ReadOptions(CommandContext context)
    {
        var command = context.Syntax;
        var result = OptionParser.Parse(
            context.Session,
            command.Options,
            command.Arguments,
            [.. context.Words.Skip(1).Select(w => w.Text)],
            context.Line,
            refuseExtra: command.Extra == ExtraWords.Refused,
            command.ArgumentsLast);
        var line = new CommandLine(context, Merge(context, result.Values), result.Arguments, result.Extra);
        line.Refuse(
            command.Extra == ExtraWords.RefusedByName && result.Extra.Count > 0,
            $"Unexpected arguments to {command.ExtraName ?? context.Name} command: {PythonText.Repr(result.Extra)}");
        command.Check?.Invoke(line);
        context.Session.Add(line);
    }

    private static Dictionary<string, string> Merge(CommandContext context, Dictionary<string, string> values)
    {
        if (!context.Syntax.KeepsValues)
        {
            return values;
        }

        var merged = context.Session.Kept.TryGetValue(context.Syntax.Names[0], out var kept) ? new Dictionary<string, string>(kept, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        foreach (var option in context.Syntax.Options.Where(o => o.Resets))
        {
            merged.Remove(option.Target);
        }

        foreach (var (target, value) in values)
        {
            merged[target] = value;
        }

        context.Session.Kept[context.Syntax.Names[0]] = merged;
        return merged;
    }
}
