using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Design;

/// <summary>Containerfile lines of one's own, taken as they are, at named points, and the secrets that steps of the build ask for.</summary>
public sealed record ExtraSection
{
    public string BeforePackages { get; init; } = "";

    public string AfterPackages { get; init; } = "";

    public string BeforeLint { get; init; } = "";

    public EquatableArray<BuildSecret> Secrets { get; init; } = [];
}
