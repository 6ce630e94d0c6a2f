namespace Veilor.Designer.Core.Preflight;

/// <summary>What a check before a build found.</summary>
public enum CheckState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not there, and nothing that was chosen needs it.</summary>
    Unneeded,

    /// <summary>The build can go on; something may be slow, or ask for a step by hand.</summary>
    Warning,

    /// <summary>The chosen steps cannot work.</summary>
    Blocking,
}
