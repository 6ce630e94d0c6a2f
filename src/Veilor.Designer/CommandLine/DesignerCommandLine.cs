using System.CommandLine;
using System.CommandLine.Invocation;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// The command line: one command a file, listed here. <c>serve</c> is meant when no command is named.
/// </summary>
public static class DesignerCommandLine
{
    private static readonly string[] RootOptions = ["--help", "-h", "-?", "--version"];

    private const string EndOfOptions = "--";

    private static Command[] Commands(CommandContext context) =>
    [
        ServeCommand.Create(),
        TemplatesCommand.Create(context),
        CheckCommand.Create(context),
        RenderCommand.Create(context),
        ExportCommand.Create(context),
        DiffCommand.Create(context),
        SnapshotsCommand.Create(context),
        RoutesCommand.Create(context),
        IdCommand.Create(context),
        ShareCommand.Create(context),
        OpenLinkCommand.Create(context),
        ExplainCommand.Create(context),
        CheckConfigCommand.Create(),
        CheckKickstartCommand.Create(),
        PreflightCommand.Create(context),
        BuildCommand.Create(context),
        BootCommand.Create(context),
        RunsCommand.Create(context),
        GateCommand.Create(context),
        AboutCommand.Create(context),
    ];

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">What stood on the command line after the program's name.</param>
    /// <param name="output">Results, and nothing else.</param>
    /// <param name="error">Messages for the person.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>The exit status, see <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Stream output,
        TextWriter error,
        CancellationToken cancellationToken = default)
    {
        var root = new RootCommand(
            "Compose a bootable container image and see every file it is made of. Without a command: serve.");
        var context = new CommandContext(output, error);
        foreach (var command in Commands(context))
            root.Add(command);

        // An argument that starts with @ is a path like any other, not a file of further arguments.
        var parsed = root.Parse(WithEmptyValues(WithDefault(root, arguments)), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync(problem.Message);
            await error.WriteLineAsync("Run with --help to see what is possible.");
            return ExitStatus.WrongArgument;
        }
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = context.Output,
                    Error = error,
                    // A fault of ours ends the process with its stack trace; it must not look like a refused design.
                    EnableDefaultExceptionHandler = false,
                    // The server stops by itself on SIGINT and SIGTERM and says goodbye to its browsers first.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (ResultLostException lost)
        {
            await error.WriteLineAsync(PlainLine.Of(lost.Message));
            return ExitStatus.Failure;
        }
    }

    /// <summary>
    /// Makes two words of <c>--option=</c>, the second empty. The parser would take the value for one that is still to come, and with
    /// it the next word, an option or a file.
    /// </summary>
    private static IReadOnlyList<string> WithEmptyValues(IReadOnlyList<string> arguments)
    {
        var end = arguments.Contains(EndOfOptions, StringComparer.Ordinal) ? arguments.Index().First(each => each.Item is EndOfOptions).Index : arguments.Count;
        return [.. arguments.Take(end).SelectMany(word => word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) == word.Length - 1 ? [word[..^1], ""] : (string[])[word]), .. arguments.Skip(end)];
    }

    /// <summary>
    /// Puts <c>serve</c> first when nothing else names a command. Options of serve then need no copy at the root,
    /// where they would be accepted before every other command too.
    /// </summary>
    private static IReadOnlyList<string> WithDefault(Command root, IReadOnlyList<string> arguments)
    {
        var names = root.Subcommands.Select(command => command.Name).Concat(RootOptions);
        return arguments.Count > 0 && names.Contains(arguments[0], StringComparer.Ordinal)
            ? arguments
            : [ServeCommand.Name, .. arguments];
    }
}
