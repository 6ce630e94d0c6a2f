using System.Collections.Frozen;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>Every command by each of its names.</summary>
internal static class CommandTable
{
    private static readonly FrozenDictionary<string, CommandSyntax> ByName = StorageCommands.All()
        .Concat(SystemCommands.All())
        .Concat(InstallationCommands.All())
        .SelectMany(c => c.Names.Select(n => (Name: n, Command: c)))
        .ToFrozenDictionary(c => c.Name, c => c.Command, StringComparer.Ordinal);

    /// <summary>The command of that name in that dialect; null when there is none.</summary>
    public static CommandSyntax? Find(string name, Dialects dialect) =>
        ByName.TryGetValue(name, out var command) && (command.In & dialect) != Dialects.None ? command : null;
}
