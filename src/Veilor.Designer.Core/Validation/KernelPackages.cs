using System.Text.RegularExpressions;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Which packages carry a kernel, by their name (Fedora's and CentOS' kernel.spec; the makers of other kernels keep to its pattern).</summary>
internal static partial class KernelPackages
{
    private static readonly string[] Own =
        ["kernel", "kernel-core", "kernel-modules", "kernel-modules-core", "kernel-modules-extra", "kernel-uki-virt"];

    /// <summary>True for a package of the base's own kernel without a version, so that the newest one comes; with an architecture or as a pattern too.</summary>
    public static bool FollowsNewest(string name) =>
        name.StartsWith("kernel", StringComparison.Ordinal)
        && PackageSpec.TryParse(Architectures().Replace(name, ""), out var pattern, out _) && Array.Exists(Own, own => PackagePattern.Matches(pattern, PackageSpec.Parse(own)));

    /// <summary>True for a package of a kernel that is never the base's, such as kernel-rt; with or without a version.</summary>
    public static bool IsOther(string name) => Other().IsMatch(name);

    /// <summary>True for the image of the base's own kind of kernel with a version: it comes beside the base's, unless it is the very same.</summary>
    public static bool IsOfVersion(string name) => Versioned().IsMatch(name);

    /// <summary>Which kernel a package belongs to, such as longterm; empty for the distribution's own, null for a package of no kernel.</summary>
    public static string? KindOf(string name) =>
        Other().Match(name) is { Success: true } other ? other.Groups["kind"].Value
        : FollowsNewest(name) || IsOfVersion(name) ? ""
        : null;

    /// <summary>True for a command that takes kernel packages or a kernel's folder away, or makes room by a variable or a pattern.</summary>
    public static bool Removes(BuildCommand command) =>
        (command.Program is "dnf" or "dnf5" or "yum" or "microdnf" or "rpm" or "rpm-ostree" && command.HasOption("remove", "erase", "swap", "override", "-e", "--erase", "-ev", "-evh")
            && command.Words.Skip(1).Any(word => word.StartsWith("kernel", StringComparison.Ordinal) || word.Contains('$', StringComparison.Ordinal)))
        || (command.Is("rm") && command.Words.Any(word => word.StartsWith("/usr/lib/modules/", StringComparison.Ordinal) || word.StartsWith("/lib/modules/", StringComparison.Ordinal)));

    [GeneratedRegex(@"\.(x86_64|aarch64|ppc64le|s390x|riscv64)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Architectures();

    [GeneratedRegex(@"^kernel(-core|-modules-core|-uki-virt)?-[0-9]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Versioned();

    /// <summary>Headers, tools and debug files belong to a kernel and bring none.</summary>
    [GeneratedRegex(@"^kernel-(?<kind>rt|debug|16k|64k|longterm|lt|ml|cachyos|automotive|vanilla|fsync|surface|asahi|zen|xanmod|lqx|tkg)(?!.*-(devel|headers|doc|tools|debuginfo|internal|selftests))(-|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Other();
}
