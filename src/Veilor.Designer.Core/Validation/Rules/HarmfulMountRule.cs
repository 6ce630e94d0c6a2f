using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah 1.28 takes the mount point out of the layer: a tmpfs over /tmp can empty the root (seen with podman 4.3.1).</summary>
public sealed class HarmfulMountRule() : InstructionRule("VD9007", DiagnosticSeverity.Warning, "The mount takes a folder out of the image")
{
    /// <summary>What only dnf 5 and dnf 4 look into; both make it anew.</summary>
    private static readonly string[] Safe = ["/var/cache/libdnf5", "/var/cache/dnf"];

    private protected override string? Problem(string keyword, string arguments) =>
        keyword is "RUN"
        && ContainerfileWords.Options(arguments).Options.FirstOrDefault(IsHarmful) is { } mount
            ? $"'{mount}': older builders remove the mount point from the layer, so the folder is missing in the image. Safe are bind mounts and a cache over {string.Join(" or ", Safe)}."
            : null;

    private static bool IsHarmful(string option) =>
        option.StartsWith("--mount=", StringComparison.Ordinal)
        && (option.Contains("type=tmpfs", StringComparison.Ordinal)
            || (option.Contains("type=cache", StringComparison.Ordinal) && !Array.Exists(Safe, each => option.Contains(each, StringComparison.Ordinal))));
}
