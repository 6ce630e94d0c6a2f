namespace Veilor.Designer.Builds.Processes;

/// <summary>The signals that end a process, by their Linux numbers (signal(7)).</summary>
public enum Signal
{
    /// <summary>What Ctrl+C sends: asks for an orderly end.</summary>
    Interrupt = 2,

    /// <summary>Ends at once; cannot be ignored.</summary>
    Kill = 9,

    /// <summary>Asks for an end.</summary>
    Terminate = 15,
}
