using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>
/// Something that steps of the build must know and that the image must not hold, such as the token of a repository. The design
/// names it and says where the build takes it from; its value is never in a design.
/// </summary>
public sealed record BuildSecret
{
    private const string Folder = "/run/secrets/";

    public SecretId Id { get; init; } = SecretId.Parse("secret");

    /// <summary>What it is for, in words.</summary>
    public string Purpose { get; init; } = "";

    public SecretSource From { get; init; } = SecretSource.Parse("BUILD_SECRET");

    /// <summary>The steps that get it. Lines of one's own ask for it themselves.</summary>
    public EquatableArray<SecretStep> Steps { get; init; } = [];

    /// <summary>Where the steps find it; null for the usual place.</summary>
    public SecretPlace? Place { get; init; }

    /// <summary>The path at which the steps read it, readable by root alone; <c>/run/secrets/ID</c> unless the design says otherwise (podman-build(1)).</summary>
    public string Target => Place?.ToString() ?? Folder + Id;

    /// <summary>True when every step in which dnf installs gets it.</summary>
    public bool IsForPackages => Steps.Contains(SecretStep.Packages);

    /// <summary>True when the step of this script gets it.</summary>
    public bool IsFor(RelativePath script) => Steps.Contains(SecretStep.Scripts) || Steps.Contains(SecretStep.Of(script));
}
