using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Routing;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Tests.Routing;

public sealed class FieldHomesTests
{
    /// <summary>Fields that no generated file holds: they are read by the editor, the checks and the commands of a build.</summary>
    private static readonly string[] Homeless = ["image.uses", "outputs.acknowledged"];

    /// <summary>Fields whose default is a value, and those that exclude others.</summary>
    private static readonly string[] Settled = ["image.base", "packages.weak_dependencies", "users.lock_root", "workflow.enabled", "overlay.from", "installer.own_kickstart"];

    [Fact]
    public void The_example_sets_every_field_and_every_column()
    {
        var design = FieldHomes.Example;
        var blank = new ImageDesign();

        Assert.All(DesignFields.All.Where(field => !Settled.Contains(field.Path.Value)), field => Assert.False(field.IsSame(design, blank), field.Path.Value));
        var text = DesignToml.ToText(design);
        Assert.All(DesignFields.All.SelectMany(field => field.Parts), part => Assert.Contains($"{part.Name} = ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_has_a_home_but_those_that_nothing_is_written_for() =>
        Assert.Equal(Homeless, DesignFields.All.Where(field => FieldHomes.Of(field.Path, "own").Count == 0).Select(field => field.Path.Value));

    [Theory]
    [InlineData("system.firewall_zone", "Containerfile")]
    [InlineData("kernel.sysctls", "rootfs/usr/lib/sysctl.d/60-own.conf")]
    [InlineData("storage.target_disk", "kickstart/iso.ks")]
    [InlineData("users.accounts.shell", "kickstart/iso.ks")]
    [InlineData("users.accounts.shell", "build/disk-config.toml")]
    [InlineData("users.accounts.full_name", "kickstart/iso.ks")]
    [InlineData("users.accounts.change_password", "kickstart/iso.ks")]
    [InlineData("users.accounts.locked", "kickstart/iso.ks")]
    [InlineData("users.accounts.name", "kickstart/iso.ks")]
    [InlineData("users.accounts.password", "kickstart/iso.ks")]
    [InlineData("installer.own_kickstart", "kickstart/iso.ks")]
    public void A_field_is_written_where_the_generators_write_it(string path, string file) => Assert.Contains(file, FieldHomes.Of(path, "own"));
}
