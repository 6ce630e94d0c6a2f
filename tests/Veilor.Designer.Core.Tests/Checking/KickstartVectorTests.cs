using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Checking.Vectors;

namespace Veilor.Designer.Core.Tests.Checking;

public sealed class KickstartVectorTests
{
    public static TheoryData<string, KickstartVersion> Cases
    {
        get
        {
            var cases = new TheoryData<string, KickstartVersion>();
            foreach (var vector in VectorFiles.Kickstarts)
            {
                foreach (var version in vector.Verdicts.Keys)
                {
                    cases.Add(vector.Id, version);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Verdict_message_and_warnings_are_the_validators(string id, KickstartVersion version)
    {
        var vector = VectorFiles.Kickstarts.First(v => v.Id == id);
        var expected = vector.Verdicts[version];

        var report = KickstartChecker.Check(vector.Text, version);

        Assert.Equal(expected.Verdict, report.Verdict);
        Assert.Equal(expected.Message, report.Errors.Count == 0 ? null : report.Errors[0].Text);
        Assert.Equal<IEnumerable<string>>(expected.Warnings, report.Warnings.Select(w => Regex.Replace(w, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void Json_lines_give_id_and_a_verdict_for_each_version()
    {
        var vector = VectorFiles.Kickstarts.First(v => v.Text.StartsWith("part / --fstype=btrfs", StringComparison.Ordinal));

        Assert.Equal($$"""{"id":"{{vector.Id}}","F43":"accept","F44":"accept","RHEL10":"reject"}""", KickstartVectors.ToJsonLine(vector));
        Assert.True(KickstartVectors.Agrees(vector));
    }

    [Theory]
    [InlineData("F43", KickstartVersion.F43)]
    [InlineData("RHEL10", KickstartVersion.Rhel10)]
    public void Versions_go_by_the_validators_names(string name, KickstartVersion version) =>
        Assert.Equal(version, KickstartVectors.FindVersion(name));

    [Fact]
    public void An_unknown_version_is_none() => Assert.Null(KickstartVectors.FindVersion("F12"));

    [Theory]
    [InlineData("[1]")]
    [InlineData("""[{"id":"a","config":""}]""")]
    [InlineData("""[{"id":"a","kickstart":"","verdict":{"F43":"maybe"}}]""")]
    public void A_file_of_another_shape_is_refused(string json) =>
        Assert.Throws<System.Text.Json.JsonException>(() => KickstartVectors.Read(json));
}
