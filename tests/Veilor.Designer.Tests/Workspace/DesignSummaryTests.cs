using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

public sealed class DesignSummaryTests
{
    [Theory]
    [InlineData(null, "server")]
    [InlineData("multi-user.target", "server")]
    [InlineData("graphical.target", "desktop")]
    [InlineData(null, "desktop", MachineUse.Laptop)]
    [InlineData(null, "desktop", MachineUse.Containers, MachineUse.Desktop)]
    [InlineData("graphical.target", "server", MachineUse.Server)]
    [InlineData("graphical.target", "desktop", MachineUse.Containers)]
    public void The_first_word_is_what_the_design_is_for(string? target, string expected, params MachineUse[] uses)
    {
        var demo = WorkspaceFixture.Template;
        var design = demo with
        {
            Image = demo.Image with { Uses = [.. uses] },
            Services = new ServicesSection { DefaultTarget = target is null ? null : UnitName.Parse(target) },
        };

        Assert.Equal(expected, DesignSummary.Tags(design)[0]);
    }
}
