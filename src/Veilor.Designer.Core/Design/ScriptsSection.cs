using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>
/// The scripts by the moment at which they run, each list in order, as paths below <c>scripts/</c>. Those of the build
/// are mounted for their step and stay out of the image; those of a machine are copied into it.
/// </summary>
public sealed record ScriptsSection
{
    /// <summary>Run in the build before packages are installed, on the base as it is.</summary>
    public EquatableArray<RelativePath> BeforePackages { get; init; } = [];

    /// <summary>Run in the build after packages and files are in place.</summary>
    public EquatableArray<RelativePath> Run { get; init; } = [];

    /// <summary>Run once on each machine, at the first start after the script came to it.</summary>
    public EquatableArray<RelativePath> FirstBoot { get; init; } = [];
}
