using System.CommandLine;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>diff A B</c>: says in words what B has that A has not. It ends as diff(1) does: 0 for equal designs, 1 for
/// different ones, 2 when one cannot be read.
/// </summary>
public static class DiffCommand
{
    public static Command Create(CommandContext context)
    {
        var before = DesignArgument.Create("A");
        var after = DesignArgument.Create("B");
        var command = new Command("diff", "Say in words how design B differs from design A.") { before, after };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), context));
        return command;
    }

    private static int Run(string before, string after, CommandContext context)
    {
        if (DesignArgument.Read(before, context, out _) is not { } left || DesignArgument.Read(after, context, out _) is not { } right)
            return ExitStatus.WrongArgument;
        try
        {
            var groups = Groups(left, right);
            foreach (var group in groups)
            {
                context.Output.WriteLine(PlainLine.Of(group.Heading));
                foreach (var change in group.Changes)
                    context.Output.WriteLine(PlainLine.Of($"  {change}"));
            }
            return groups.Count == 0 ? ExitStatus.Success : ExitStatus.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"A file of a design cannot be read: {e.Message}"));
            return ExitStatus.WrongArgument;
        }
    }

    private static IReadOnlyList<ChangeGroup> Groups(DesignFolder left, DesignFolder right) =>
        ChangeGroup.Of(
            DesignDifference.Between(left.SelfContained!, right.SelfContained!),
            DesignDifference.Between(left.Content.Content, right.Content.Content));
}
