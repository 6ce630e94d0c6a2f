using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>What the two kinds of dnf name differently: dnf 5 of Fedora, and dnf 4 of the Enterprise Linux family (dnf5, changes_from_dnf4).</summary>
/// <param name="CacheMount">The mount that keeps downloads between builds, over dnf's own cache.</param>
/// <param name="CoprPlugin">The package that brings the copr command.</param>
/// <param name="NoAutoremove">The option of <c>dnf remove</c> that leaves what the removed packages needed.</param>
internal sealed record DnfForm(string CacheMount, string CoprPlugin, string NoAutoremove)
{
    private static readonly DnfForm Fifth = new("--mount=type=cache,target=/var/cache/libdnf5", "dnf5-plugins", "--no-autoremove");
    private static readonly DnfForm Fourth = new("--mount=type=cache,target=/var/cache/dnf", "dnf-plugins-core", "--noautoremove");

    /// <summary>Both, for what is worked out once for each.</summary>
    public static IReadOnlyList<DnfForm> All => [Fifth, Fourth];

    /// <summary>That of the design's base.</summary>
    public static DnfForm Of(ImageDesign design) => design.HasDnf4() ? Fourth : Fifth;
}
