namespace Veilor.Designer.Core.Checking;

/// <summary>What the real tool would say to a file.</summary>
public enum CheckVerdict
{
    /// <summary>The tool goes on, perhaps with warnings.</summary>
    Accept,

    /// <summary>The tool stops with an error.</summary>
    Reject,
}
