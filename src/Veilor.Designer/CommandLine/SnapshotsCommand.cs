using System.CommandLine;
using System.Globalization;
using System.Text;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.CommandLine;

/// <summary><c>snapshots list|take|restore|delete DESIGN [NAME]</c>: the named states of a design folder.</summary>
public static class SnapshotsCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("snapshots", "List, take, restore and delete named states of a design folder.");
        command.Add(Create("list", "List the snapshots, the newest first.", context, List));
        command.Add(CreateNamed("take", "Keep the design as it is now under a name.", context, Take));
        command.Add(CreateNamed("restore", "Write a snapshot over design.toml. What was there is kept as a snapshot.", context, Restore));
        command.Add(CreateNamed("delete", "Delete a snapshot. Its file is moved to a hidden folder.", context, Delete));
        return command;
    }

    private static Command Create(string name, string description, CommandContext context, Func<DesignFolder, CommandContext, int> run)
    {
        var design = DesignArgument.Create();
        var command = new Command(name, description) { design };
        command.SetAction(parsed => Read(parsed.GetRequiredValue(design), context, out var status) is { } folder ? run(folder, context) : status);
        return command;
    }

    private static Command CreateNamed(string name, string description, CommandContext context, Func<DesignFolder, string, CommandContext, int> run)
    {
        var design = DesignArgument.Create();
        var snapshot = new Argument<string>("NAME") { Description = "The name of the snapshot." };
        var command = new Command(name, description) { design, snapshot };
        command.SetAction(parsed => Read(parsed.GetRequiredValue(design), context, out var status) is { } folder
            ? run(folder, parsed.GetRequiredValue(snapshot), context)
            : status);
        return command;
    }

    private static DesignFolder? Read(string name, CommandContext context, out int status)
    {
        if (!Path.Exists(name))
        {
            context.Error.WriteLine(PlainLine.Of($"There is no design folder '{name}'. Snapshots are kept in the folder of a design, so a template has none."));
            status = ExitStatus.WrongArgument;
            return null;
        }
        return DesignArgument.Read(name, context, out status);
    }

    private static int List(DesignFolder folder, CommandContext context)
    {
        foreach (var snapshot in context.Snapshots.List(folder.Path))
            context.Output.WriteLine(PlainLine.Of($"{snapshot.TakenAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {snapshot.Name}"));
        return ExitStatus.Success;
    }

    private static int Take(DesignFolder folder, string name, CommandContext context) =>
        Report(context.Snapshots.Take(folder.Path, name, folder.Design!), snapshot => snapshot.Path, context);

    private static int Restore(DesignFolder folder, string name, CommandContext context)
    {
        if (Find(folder, name, context) is not { } snapshot)
            return ExitStatus.WrongArgument;
        var read = context.Snapshots.Read(snapshot);
        if (read.Value is not { } design)
            return Report(read, _ => "", context);
        var kept = context.Snapshots.Take(folder.Path, FreeName(folder, $"Before {snapshot.Name}", context), folder.Design!);
        if (kept.Value is null)
            return Report(kept, _ => "", context);
        try
        {
            AtomicFile.Replace(Path.Combine(folder.Path, DesignToml.FileName), stream => stream.Write(Encoding.UTF8.GetBytes(DesignToml.ToText(design))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"{DesignToml.FileName} cannot be written: {e.Message}"));
            return ExitStatus.Failure;
        }
        context.Output.WriteLine(PlainLine.Of($"The design is '{snapshot.Name}' now. What it was is the snapshot '{kept.Value.Name}'."));
        return ExitStatus.Success;
    }

    private static int Delete(DesignFolder folder, string name, CommandContext context) =>
        Find(folder, name, context) is { } snapshot
            ? Report(context.Snapshots.Delete(snapshot), deleted => $"The file was moved to {deleted.TrashPath}", context)
            : ExitStatus.WrongArgument;

    private static NamedSnapshot? Find(DesignFolder folder, string name, CommandContext context)
    {
        var found = context.Snapshots.Find(folder.Path, name);
        if (found is null)
            context.Error.WriteLine(PlainLine.Of($"There is no snapshot '{name}'. The list: veilor-designer snapshots list {folder.Path}"));
        return found;
    }

    private static string FreeName(DesignFolder folder, string name, CommandContext context)
    {
        var taken = context.Snapshots.List(folder.Path).Select(each => each.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stem = name.Length > SnapshotName.MaximumLength - 4 ? name[..(SnapshotName.MaximumLength - 4)] : name;
        return Enumerable.Range(1, taken.Count + 1)
            .Select(number => number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem} {number}"))
            .First(each => !taken.Contains(each));
    }

    private static int Report<T>(LibraryResult<T> result, Func<T, string> text, CommandContext context) where T : class
    {
        if (result.Value is not { } value)
        {
            context.Error.WriteLine(PlainLine.Of(result.Problem));
            return ExitStatus.Failure;
        }
        context.Output.WriteLine(PlainLine.Of(text(value)));
        return ExitStatus.Success;
    }
}
