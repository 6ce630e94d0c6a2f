namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>What a dialect does with a command.</summary>
internal enum CommandStatus
{
    /// <summary>Reads it.</summary>
    Alive,

    /// <summary>Warns, and reads nothing of it.</summary>
    Deprecated,

    /// <summary>Stops.</summary>
    Removed,

    /// <summary>Takes whatever follows.</summary>
    Unparsed,
}
