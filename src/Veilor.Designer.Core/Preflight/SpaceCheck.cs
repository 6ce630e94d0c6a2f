using System.Globalization;

namespace Veilor.Designer.Core.Preflight;

/// <summary>
/// Compares what a build takes with what is free, one file system at a time: the storages and the workspace often lie on the same one, and each
/// alone would find room where all together do not.
/// </summary>
public static class SpaceCheck
{
    /// <summary>A check for each file system, in the order of its first part.</summary>
    /// <param name="needs">What the parts take; parts that take nothing are left out.</param>
    public static IEnumerable<PreflightCheck> Of(IEnumerable<SpaceNeed> needs) =>
        needs.Where(need => need.Bytes > 0).GroupBy(need => need.FileSystem, StringComparer.Ordinal).Select(group => Of([.. group]));

    /// <summary>A size in GiB with one decimal.</summary>
    public static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GiB");

    private static PreflightCheck Of(IReadOnlyList<SpaceNeed> parts)
    {
        var name = string.Join(", ", parts.Select(part => part.Purpose).Distinct(StringComparer.Ordinal));
        var folders = string.Join(", ", parts.Select(part => part.Folder).Distinct(StringComparer.Ordinal));
        var needed = parts.Sum(part => part.Bytes);
        var purpose = parts.Count == 1
            ? $"about {Size(needed)}"
            : $"about {Size(needed)} together: {string.Join(", ", parts.Select(part => $"{Size(part.Bytes)} {part.Purpose}"))}";
        if (parts[0].Free is not { } free)
        {
            return new PreflightCheck("Space", name, CheckState.Warning, $"{folders} cannot be looked at", purpose, []);
        }

        var state = free >= needed ? CheckState.Good : free >= needed / 2 ? CheckState.Warning : CheckState.Blocking;
        return new PreflightCheck(
            "Space", name, state, $"{Size(free)} free in {folders}", purpose, state == CheckState.Good ? [] : ["podman system df", "podman image prune"]);
    }
}
