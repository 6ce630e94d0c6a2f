namespace Veilor.Designer.EndToEnd.Containers;

/// <summary>
/// Tests that use containers: they share one <see cref="PodmanEnvironment"/> and run one after the other, because a
/// build takes every core by itself. Tests outside do not wait for the stand-in base.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PodmanCollection : ICollectionFixture<PodmanEnvironment>
{
    public const string Name = "podman";
}
