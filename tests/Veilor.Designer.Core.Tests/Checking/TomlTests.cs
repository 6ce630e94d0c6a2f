using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Tests.Checking;

public sealed class TomlTests
{
    [Theory]
    [InlineData("customizations = {kernel = {append = \"a\"},}", "toml: line 1 (last key \"customizations.kernel\"): trailing comma not allowed in inline tables")]
    [InlineData("customizations = {kernel = {append = \"a\"}\n}", "toml: line 1 (last key \"customizations.kernel\"): newlines not allowed within inline tables")]
    [InlineData("name = \"\\e\"", "toml: line 1 (last key \"name\"): invalid escape in string '\\e'")]
    [InlineData("name = \"\\x41\"", "toml: line 1 (last key \"name\"): invalid escape in string '\\x'")]
    public void What_only_toml_1_1_allows_is_refused(string text, string error)
    {
        Assert.Equal($"cannot read config: cannot decode \"/config.toml\": {error}", Check(text).Error);
        Assert.Equal(CheckVerdict.Accept, BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Rootfs = "xfs", AllowToml11 = true }).Verdict);
    }

    [Theory]
    [InlineData("a = 12:30")]
    [InlineData("a = 2026-01-01T12:30")]
    public void A_time_without_seconds_is_no_time(string text) => Assert.Contains("invalid datetime", Check(text).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("é = 1", "line 1: expected '.' or '=', but got 'é' instead")]
    [InlineData("name = ", "line 1 (last key \"name\"): unexpected EOF; expected value")]
    [InlineData("[customizations\n", "line 2: expected '.' or ']' to end table name, but got '\\n' instead")]
    [InlineData("name=\"a\"\nname=\"b\"", "line 2 (last key \"name\"): Key 'name' has already been defined.")]
    [InlineData("name = \"a\nb\"", "strings cannot contain newlines")]
    [InlineData("name = 01", "Invalid integer \"01\": cannot have leading zeroes")]
    [InlineData("name = 1__0", "underscores must be surrounded by digits")]
    [InlineData("name = 99999999999999999999", "99999999999999999999 is out of range for int64")]
    [InlineData("name = \"a\" name", "expected a top-level item to end with a newline, comment, or EOF, but got 'n' instead")]
    [InlineData("name = \"\u0001\"", "TOML files cannot contain control characters: '0x01'")]
    public void Syntax_errors_name_line_and_key(string text, string error) => Assert.Contains(error, Check(text).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("name = \"\"\"a\\\n   b\"\"\"\nversion = '''\nx'''\ndescription = \"\\u00e9\"")]
    [InlineData("\ufeffname = \"a\" # comment\r\n\r\nversion = 'b'\r\n")]
    [InlineData("customizations.kernel.append = \"a\"\n[customizations.ignition]\n")]
    public void Toml_1_0_is_read(string text) => Assert.Equal(CheckVerdict.Accept, Check(text).Verdict);

    [Fact]
    public void Partitions_in_an_inline_array_are_refused_as_the_builder_does()
    {
        var report = Check("[customizations.disk]\npartitions = [{minsize = 1, mountpoint = \"/\", fs_type = \"xfs\"}]");

        Assert.EndsWith("unknown keys found: [customizations.disk.partitions.minsize customizations.disk.partitions.mountpoint customizations.disk.partitions.fs_type]", report.Error, StringComparison.Ordinal);
        Assert.Equal((2, 16), (report.ErrorLine, report.ErrorColumn));
    }

    [Fact]
    public void Keys_match_without_regard_to_case() =>
        Assert.Equal(
            ["blueprint validation failed for image type \"qcow2\": customizations.hostname: not supported"],
            Check("[Customizations]\nHostname = \"x\"").Warnings);

    [Theory]
    [InlineData("name = \"\\")]
    [InlineData("\"\\")]
    [InlineData("name = \"\"\"\\")]
    [InlineData("name = \"\\u")]
    [InlineData("[a")]
    [InlineData("a = {")]
    public void A_file_that_ends_too_early_is_refused(string text) => Assert.Equal(CheckVerdict.Reject, Check(text).Verdict);

    [Fact]
    public void A_second_byte_order_mark_is_no_key() =>
        Assert.Contains("expected '.' or '=', but got '\\ufeff' instead", Check("\ufeff\ufeffname = \"a\"").Error, StringComparison.Ordinal);

    private static BuilderConfigReport Check(string text) => BuilderConfigChecker.Check(new BuilderConfigRequest { Text = text, Rootfs = "xfs" });
}
