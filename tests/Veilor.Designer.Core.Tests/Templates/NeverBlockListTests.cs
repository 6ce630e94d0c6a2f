using System.Collections.Immutable;
using Veilor.Designer.Core.Validation.Rules;

namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>What stops the build in the image and what the designer refuses beforehand (VD4006) are the same modules.</summary>
public sealed class NeverBlockListTests
{
    /// <summary>A machine starts without these, so the designer lets them be blocked; images that use them stop the build.</summary>
    private static readonly ImmutableHashSet<string> NotForTheStart =
        ["fuse", "tun", "veth", "bridge", "nf_tables", "usb_storage", "uas"];

    public static TheoryData<string> Lists =>
    [
        .. ShippedTemplate.Names().Select(name => Path.Combine("templates", name)).Prepend("")
            .Select(folder => Path.Combine(folder, "overlay", "usr", "lib", "veilor", "never-block.list"))
            .Where(path => File.Exists(Path.Combine(ShippedTemplate.RepositoryRoot, path))),
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_list_and_the_rule_agree(string list)
    {
        var names = File.ReadLines(Path.Combine(ShippedTemplate.RepositoryRoot, list))
            .Select(line => line.Split('#')[0].Trim().Replace('-', '_'))
            .Where(name => name.Length > 0)
            .ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Equal(NeverBlockRule.Needed.Order(StringComparer.Ordinal), names.Where(name => !NotForTheStart.Contains(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_image_with_the_guard_has_a_list() => Assert.Equal(3, Lists.Count);
}
