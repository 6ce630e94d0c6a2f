using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Core.Failures;

/// <summary>What is known around a failure, so that its explanation can name things. Everything may be missing: a log alone can be explained too.</summary>
public sealed record FailureContext
{
    /// <summary>The design that was built.</summary>
    public ImageDesign? Design { get; init; }

    /// <summary>The distribution of this machine, for the command that installs what is missing.</summary>
    public OsRelease? Machine { get; init; }

    /// <summary>True for a step that sends the image away: a registry that it names is the one that the image is published at, not the base's.</summary>
    public bool IsPublishing { get; init; }

    public static FailureContext None { get; } = new();
}
