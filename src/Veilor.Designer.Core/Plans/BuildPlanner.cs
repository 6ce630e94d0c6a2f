using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Plans;

/// <summary>Makes the steps that turn an exported bundle into an image on this machine.</summary>
public static class BuildPlanner
{
    /// <summary>The id of the step that runs <c>podman build</c>.</summary>
    public const string ContainerBuildStepId = "build";

    /// <summary>
    /// The plan with the container build alone: <c>podman build</c> of the Containerfile in the bundle's root.
    /// <list type="bullet">
    /// <item><c>--pull=missing</c>: a base that is present is used as it is, so a build works offline and a base made locally is found
    /// (podman-build(1); without it podman asks the registry first).</item>
    /// <item><c>--layers</c>: unchanged instructions come from the cache on the next build.</item>
    /// <item><c>--format=oci</c>: what bootc and the image builders read; states podman's default, which BUILDAH_FORMAT can change.</item>
    /// </list>
    /// </summary>
    /// <param name="imageReference">The name the image gets, with its tag.</param>
    /// <param name="buildArguments">Values for the Containerfile's <c>ARG</c>s, in order; none by default.</param>
    public static BuildPlan ContainerBuild(string imageReference, IEnumerable<BuildArgument>? buildArguments = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(imageReference);
        List<string> arguments = ["build", "--pull=missing", "--layers", "--format=oci", "--file", "Containerfile"];
        foreach (var argument in buildArguments ?? [])
        {
            arguments.Add("--build-arg");
            arguments.Add($"{argument.Name}={argument.Value}");
        }

        arguments.AddRange(["--tag", imageReference, "."]);
        var build = new BuildStep(
            ContainerBuildStepId, "Build the container image", "podman", arguments.ToEquatableArray(), imageReference);
        return new BuildPlan(imageReference, [build]);
    }
}
