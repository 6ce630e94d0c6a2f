using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Vectors;

namespace Veilor.Designer.Core.Tests.Checking;

public sealed class BuilderConfigVectorTests
{
    /// <summary>
    /// This vector's text names /config.toml for a JSON file; its twin for image-builder (bc-d7b2a260) names
    /// /config.json, as the builder does.
    /// </summary>
    private const string MisnamedFile = "bc-3a8be8c8";

    public static TheoryData<string> Ids => [.. VectorFiles.BuilderConfigs.Select(v => v.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Verdict_and_warnings_are_the_builders(string id)
    {
        var vector = Find(id);

        var report = BuilderConfigChecker.Check(vector.Request);

        Assert.Equal(vector.Verdict, report.Verdict);
        Assert.Equal(vector.Warnings, report.Warnings);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Error_text_is_the_builders(string id)
    {
        var vector = Find(id);
        var expected = id == MisnamedFile ? vector.Error!.Replace("config.toml", "config.json", StringComparison.Ordinal) : vector.Error;

        Assert.Equal(expected, BuilderConfigChecker.Check(vector.Request).Error);
    }

    [Fact]
    public void Json_lines_give_id_and_verdict()
    {
        var rejected = VectorFiles.BuilderConfigs.First(v => v.Verdict == CheckVerdict.Reject);

        Assert.Equal($$"""{"id":"{{rejected.Id}}","verdict":"reject"}""", BuilderConfigVectors.ToJsonLine(rejected));
        Assert.True(BuilderConfigVectors.Agrees(rejected));
        Assert.False(BuilderConfigVectors.Agrees(rejected with { Verdict = CheckVerdict.Accept }));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("""[{"id":"a","config":"","types":["qcow2"],"verdict":"maybe"}]""")]
    public void A_file_of_another_shape_is_refused(string json) =>
        Assert.Throws<System.Text.Json.JsonException>(() => BuilderConfigVectors.Read(json));

    [Theory]
    [InlineData("\"format\":\"yaml\"", "format is toml or json, not 'yaml'.")]
    [InlineData("\"format\":1", "format is no text: 1.")]
    [InlineData("\"frontend\":\"bib\"", "frontend is bootc-image-builder or image-builder, not 'bib'.")]
    [InlineData("\"types\":\"qcow2\"", "types is no list of texts: \"qcow2\".")]
    [InlineData("\"rootfs\":5", "rootfs is no text: 5.")]
    [InlineData("\"options\":[]", "options is no object.")]
    [InlineData("\"options\":{\"os_id\":\"fedora\"}", "There is no option 'os_id'. The options are type, rootfs, builder, os-id, os-version, id-like, payload-ref.")]
    [InlineData("\"options\":{\"os-version\":43}", "os-version is no text: 43. Write it in quotes.")]
    [InlineData("\"options\":{\"builder\":\"mkosi\"}", "builder is bootc-image-builder or image-builder, not 'mkosi'.")]
    public void What_a_vector_says_that_no_call_can_is_refused_with_its_number(string member, string reason)
    {
        var problem = Assert.Throws<System.Text.Json.JsonException>(() => BuilderConfigVectors.Read($$"""[{"id":"a","config":""},{"id":"b","config":"",{{member}}}]"""));

        Assert.StartsWith("Vector 2 (b): ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_the_flags_of_the_same_names()
    {
        var request = BuilderConfigVectors.Read("""[{"config":"","types":["raw"],"rootfs":null,"options":{"type":["qcow2"],"rootfs":"btrfs","builder":"image-builder","os-id":"a","os-version":"1","id-like":"b c","payload-ref":"d"}}]""").Single().Request;

        Assert.Equal(new BuilderConfigRequest { Text = "", Types = ["qcow2"], Rootfs = "btrfs", Builder = BuilderFrontEnd.ImageBuilder, OsId = "a", OsVersion = "1", IdLike = ["b", "c"], PayloadRef = "d" }, request);
    }

    [Fact]
    public void A_vector_without_a_verdict_does_not_disagree() =>
        Assert.True(BuilderConfigVectors.Agrees(BuilderConfigVectors.Read("""[{"id":"a","config":"","types":["qcow2"]}]""").Single()));

    [Theory]
    [InlineData(CheckVerdict.Accept, "vsphere-ova")]
    [InlineData(CheckVerdict.Reject, "qcow2", "raw")]
    public void Image_builder_takes_one_type_by_any_of_its_names(CheckVerdict verdict, params string[] types) =>
        Assert.Equal(verdict, BuilderConfigChecker.Check(new BuilderConfigRequest { Text = "", Types = [.. types], Rootfs = "xfs", Builder = BuilderFrontEnd.ImageBuilder }).Verdict);

    private static BuilderConfigVector Find(string id) => VectorFiles.BuilderConfigs.First(v => v.Id == id);
}
