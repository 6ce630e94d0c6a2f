using CliWrap;

namespace Veilor.Designer.Builds.Processes;

/// <summary>Looks at what a step writes while it runs, and says when there is nothing more to wait for.</summary>
public interface IStepWatch
{
    /// <summary>Takes a copy of the step's standard output.</summary>
    PipeTarget Target { get; }

    /// <summary>True once the step is to be ended.</summary>
    bool IsOver { get; }

    /// <summary>Why, for the log.</summary>
    string Note { get; }
}
