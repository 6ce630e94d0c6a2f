namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>What becomes of words that no option and no argument took.</summary>
internal enum ExtraWords
{
    /// <summary>The option parser refuses them.</summary>
    Refused,

    /// <summary>The command refuses them, naming itself.</summary>
    RefusedByName,

    /// <summary>The command looks at them.</summary>
    Kept,
}
