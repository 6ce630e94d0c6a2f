using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>One fact is told once, however many settings and rules it touches.</summary>
public sealed class OneFactTests
{
    private static readonly ImageDesign Strict = Designs.Sound
        .Enable("tailscaled.service")
        .Sysctl("net.ipv4.conf.all.rp_filter = 1")
        .Sysctl("net.ipv4.conf.default.rp_filter = 1")
        .Sysctl("net.ipv4.conf.*.rp_filter = 1");

    [Fact]
    public void Strict_filtering_beside_a_vpn_is_one_warning() =>
        Assert.Single(Codes(Strict));

    [Fact]
    public void Strict_filtering_of_a_router_is_one_warning() =>
        Assert.Equal(["VD4027"], Codes(Strict.For(MachineUse.Router)), StringComparer.Ordinal);

    private static List<string> Codes(ImageDesign design) =>
        [.. DesignRules.All.SelectMany(rule => rule.Check(RuleInput.Of(design, DesignContent.Empty)))
            .Where(each => each.Message.Contains("rp_filter", StringComparison.Ordinal))
            .Select(each => each.Code)];
}
