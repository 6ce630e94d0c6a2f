using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A kernel argument with its owner.</summary>
public sealed record KernelArgumentEntry
{
    public KernelArgument Argument { get; init; } = KernelArgument.Parse("quiet");

    /// <summary>The one architecture it is meant for; null for all.</summary>
    public Architecture? Architecture { get; init; }

    public ArgumentOwner Owner { get; init; }
}
