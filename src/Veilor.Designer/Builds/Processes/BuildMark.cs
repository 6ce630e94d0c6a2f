using System.Text.Json;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// Marks what <c>podman build</c> makes for a run: it is given a secret that no instruction asks for, named after the run and empty. podman writes
/// the options of a build into the file <c>buildah.json</c> of each working container and into no image, and the layer cache does not look at
/// them (seen with podman 4.3.1; buildah, <c>CommonBuildOptions.Secrets</c>).
/// </summary>
public static class BuildMark
{
    /// <summary>The step's arguments with the mark when it is <c>podman build</c>, else as they are.</summary>
    public static IReadOnlyList<string> Arguments(BuildStep step, RunId run)
    {
        var verb = step.UsesSudo ? step.Arguments.FindIndex(argument => argument == "podman") + 1 : 0;
        return step.IsPodman && verb < step.Arguments.Count && step.Arguments[verb] == "build"
            ? [.. step.Arguments.Take(verb + 1), "--secret", SecretOf(run), .. step.Arguments.Skip(verb + 1)]
            : [.. step.Arguments];
    }

    /// <summary>True when what podman has stored of a working container says that it was made for this run.</summary>
    /// <param name="stored">The text of its <c>buildah.json</c>.</param>
    /// <param name="run">The run.</param>
    public static bool IsIn(string stored, RunId run)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("CommonBuildOpts", out var options) && options.ValueKind == JsonValueKind.Object
                && options.TryGetProperty("Secrets", out var secrets) && secrets.ValueKind == JsonValueKind.Array
                && secrets.EnumerateArray().Any(secret => secret.ValueKind == JsonValueKind.String && secret.GetString() == SecretOf(run));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string SecretOf(RunId run) => $"id=veilor-run-{run.Value},src=/dev/null";
}
