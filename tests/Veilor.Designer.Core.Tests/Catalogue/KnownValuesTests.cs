using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Catalogue;

public sealed class KnownValuesTests
{
    [Fact]
    public void The_kernel_takes_every_value_that_the_catalogue_offers()
    {
        Assert.All(DesignCatalogue.Arguments, entry => Assert.True(entry.Argument.Value is not { } value || KnownValues.Of(entry.Argument)?.Takes(value) != false, entry.Argument.ToString()));
        Assert.All(DesignCatalogue.Sysctls, entry => Assert.True(entry.Setting.Value is not { } value || KnownValues.Of(entry.Setting)?.Takes(value) != false, entry.Setting.ToString()));
    }

    [Fact]
    public void Each_row_is_of_an_argument_or_a_key_and_says_what_is_taken_and_who_says_so()
    {
        Assert.NotEmpty(KnownValues.Arguments);
        Assert.NotEmpty(KnownValues.Sysctls);
        Assert.All(KnownValues.Arguments, each => Assert.Equal(each.Key, KernelArgument.Parse(each.Key + "=1").NormalizedKey));
        Assert.All(KnownValues.Sysctls, each => Assert.Equal(each.Key, SysctlSetting.Parse(each.Key + " = 1").ProcPath));
        Assert.All(KnownValues.Arguments.Concat(KnownValues.Sysctls), each =>
        {
            Assert.NotEmpty(each.Allowed);
            Assert.NotEmpty(each.Source);
            Assert.All(each.Words, word => Assert.True(each.Takes(word), $"{each.Key}={word}"));
            Assert.False(each.Takes("\u00a7"), each.Key);
        });
    }
}
