using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah 1.28 takes the mount point out of the layer: a tmpfs over /tmp can empty the root (seen with podman 4.3.1).</summary>
public sealed class HarmfulMountRule() : InstructionRule("VD9007", DiagnosticSeverity.Warning, "The mount takes a folder out of the image")
{
    private protected override string? Problem(string keyword, string arguments) =>
        keyword is "RUN"
        && ContainerfileWords.Options(arguments).Options.FirstOrDefault(IsHarmful) is { } mount
            ? $"'{mount}': older builders remove the mount point from the layer, so the folder is missing in the image. Safe are bind mounts and a cache over /var/cache/libdnf5."
            : null;

    private static bool IsHarmful(string option) =>
        option.StartsWith("--mount=", StringComparison.Ordinal)
        && (option.Contains("type=tmpfs", StringComparison.Ordinal)
            || (option.Contains("type=cache", StringComparison.Ordinal) && !option.Contains("/var/cache/libdnf5", StringComparison.Ordinal)));
}
