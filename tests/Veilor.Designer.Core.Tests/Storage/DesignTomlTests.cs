using CsCheck;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Tests.Storage;

public sealed class DesignTomlTests
{
    [Fact]
    public void A_design_survives_its_file() =>
        DesignGen.Any.Sample(
            design =>
            {
                var text = DesignToml.ToText(design);
                var read = DesignToml.Read(text);
                Assert.Empty(read.Problems);
                Assert.Equal(design, read.Design);
                Assert.Equal(text, DesignToml.ToText(read.Design!));
            },
            iter: Repetitions.Of(150));

    [Fact]
    public void Random_designs_reach_every_field()
    {
        var untouched = DesignFields.All.ToHashSet();
        var blank = new ImageDesign();
        DesignGen.Any.Sample(
            design => { lock (untouched) { untouched.RemoveWhere(field => !field.IsSame(blank, design)); } },
            iter: 300);
        Assert.Empty(untouched.Select(field => field.Path.Value));
    }

    [Fact]
    public void A_blank_design_survives_its_file()
    {
        var blank = new ImageDesign();
        Assert.Equal(blank, DesignToml.Read(DesignToml.ToText(blank)).Design);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var read = DesignToml.Read("format = 1\n");
        Assert.Equal(new ImageDesign(), read.Design);
    }

    [Fact]
    public void A_cleared_field_stays_cleared()
    {
        var cleared = new ImageDesign { System = new SystemSection { Locale = null, Keyboard = null, TimeZone = null } };
        cleared = ImageFields.Architectures.Set(cleared, []);
        Assert.Equal(cleared, DesignToml.Read(DesignToml.ToText(cleared)).Design);
    }

    [Fact]
    public void Lines_of_the_file_know_their_fields() =>
        DesignGen.Any.Sample(
            design => Assert.All(DesignToml.ToLines(design), line => Assert.All(line.Origins, origin => Assert.NotNull(DesignFields.Find(origin)))),
            iter: 50);
}
