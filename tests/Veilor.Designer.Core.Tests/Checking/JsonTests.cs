using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Tests.Checking;

/// <summary>JSON configs, as Go's decoder reads them; the verdicts were given by the real builder.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("""{"customizations":{"group":[{"name":"a"},{"name":"b","NAME":"a"}]}}""", CheckVerdict.Reject)]
    [InlineData("""{"customizations":{"group":[{"name":"a"},{"NAME":"a","name":"b"}]}}""", CheckVerdict.Accept)]
    [InlineData("""{"customizations":{"hostname":1},"customizations":{"hostname":"x"}}""", CheckVerdict.Reject)]
    [InlineData("""{"customizations":{"hostname":"x","hostname":1}}""", CheckVerdict.Reject)]
    [InlineData("""{"customizations":{"fips":true,"Fips":null}}""", CheckVerdict.Accept)]
    [InlineData("""{"name":"a","name":"b"}""", CheckVerdict.Accept)]
    public void The_last_of_several_spellings_counts_and_all_are_looked_at(string text, CheckVerdict verdict) =>
        Assert.Equal(verdict, Check(text).Verdict);

    [Fact]
    public void An_object_that_comes_twice_is_one() =>
        Assert.Equal(
            ["blueprint validation failed for image type \"qcow2\": customizations.hostname: not supported"],
            Check("""{"customizations":{"hostname":"x"},"customizations":{"user":[]}}""").Warnings);

    [Theory]
    [InlineData("""{"customizations":{"disk":{"type":"nope"},"disk":{"minsize":"1 GiB"}}}""")]
    [InlineData("""{"customizations":{"disk":{"type":"nope"}},"customizations":{"Disk":{"minsize":"1 GiB"}}}""")]
    public void A_disk_that_comes_twice_is_the_second(string text)
    {
        Assert.Equal(CheckVerdict.Accept, Check(text).Verdict);
        Assert.Equal(CheckVerdict.Reject, Check("""{"customizations":{"disk":{"type":"nope","minsize":"1 GiB"}}}""").Verdict);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nesting_has_a_bound(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 20_000)) + "1" + string.Concat(Enumerable.Repeat(close, 20_000));

        Assert.EndsWith("exceeded max depth", Check(text).Error, StringComparison.Ordinal);
    }

    private static BuilderConfigReport Check(string text) =>
        BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Format = ConfigFormat.Json, Rootfs = "xfs" });
}
