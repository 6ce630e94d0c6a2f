using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

public sealed class StorageValueTests
{
    [Theory]
    [InlineData("noatime")]
    [InlineData("nodev,nosuid,noexec")]
    [InlineData("x-systemd.device-timeout=0,compress=zstd:1")]
    public void Mount_options_are_words_with_commas_between(string text) => Assert.Equal(text, MountOptions.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("noatime, nodev")]
    [InlineData(",noatime")]
    [InlineData("noatime,")]
    [InlineData("a,,b")]
    [InlineData("--append=x")]
    [InlineData("a\"b")]
    [InlineData("a\nb")]
    public void Other_mount_options_are_refused_in_words(string text)
    {
        Assert.False(MountOptions.TryParse(text, out _, out var error));
        Assert.True(error.Split(' ').Length > 3, error);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4096")]
    [InlineData("16777216")]
    [InlineData("ram")]
    [InlineData("ram / 2")]
    [InlineData("min(ram / 2, 4096)")]
    [InlineData("max(min(ram, 8192), (ram + 512) * 0.25)")]
    public void A_size_of_swap_in_memory_is_an_expression(string text) => Assert.Equal(text, ZramSize.Parse($" {text} ").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("half")]
    [InlineData("ram /")]
    [InlineData("ram 2")]
    [InlineData("min(ram)")]
    [InlineData("min(ram, 1")]
    [InlineData("(ram")]
    [InlineData("ram)")]
    [InlineData("4 GiB")]
    [InlineData("ram; reboot")]
    [InlineData("1.")]
    [InlineData("99999999999")]
    [InlineData("min(ram, 16777217)")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("ram\n[x]")]
    public void Another_size_is_refused_in_words(string text)
    {
        Assert.False(ZramSize.TryParse(text, out _, out var error));
        Assert.True(error.Split(' ').Length > 3, error);
    }

    [Theory]
    [InlineData("1970-01-02", 1)]
    [InlineData("2027-01-31", 20849)]
    [InlineData("2028-02-29", 21243)]
    public void A_day_counts_from_1970(string text, int days) => Assert.Equal(days, ValueAssert.Accepts<CalendarDay>(text).DaysSince1970);

    [Theory]
    [InlineData("")]
    [InlineData("1970-01-01")]
    [InlineData("2027-02-29")]
    [InlineData("31.1.2027")]
    [InlineData("2027-1-31")]
    public void Anything_else_is_no_day(string text) => ValueAssert.Refuses<CalendarDay>(text, "such as 2027-01-31");

    [Fact]
    public void A_mode_with_setuid_is_refused_for_what_it_is()
    {
        ValueAssert.Refuses<PosixMode>("4755", "setuid");
        ValueAssert.Refuses<PosixMode>("1777", "sticky");
        ValueAssert.Refuses<PosixMode>("755", "four digits");
        ValueAssert.Accepts<PosixMode>("0755");
    }

    [Theory]
    [InlineData("https://example.org/key", 1, 0)]
    [InlineData("file:///etc/pki/rpm-gpg/RPM-GPG-KEY-x", 0, 1)]
    [InlineData("https://example.org/a https://example.org/$releasever file:///etc/b", 2, 1)]
    public void Keys_of_a_repository_are_addresses_and_files(string text, int addresses, int files)
    {
        var keys = ValueAssert.Accepts<GpgKeys>(text);
        Assert.Equal((addresses, files), (keys.Addresses.Count, keys.Files.Count));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("/etc/pki/rpm-gpg/a", "file:///etc/pki/rpm-gpg/")]
    [InlineData("https://example.org/a ftp://example.org/b", "https://")]
    [InlineData("file://etc/a", "whole path")]
    [InlineData("file:///etc/../a", "whole path")]
    public void Anything_else_is_no_key(string text, string words) => ValueAssert.Refuses<GpgKeys>(text, words);

    [Fact]
    public void What_is_typed_twice_into_a_list_counts_once()
    {
        var groups = (RecordColumn<UserAccount, EquatableArray<UnixName>>)UsersFields.Accounts.Columns.Single(column => column.Name == "groups");

        Assert.True(groups.Codec.TryParse("wheel, video wheel", out var value, out _));
        Assert.Equal(["wheel", "video"], value.Select(group => group.ToString()));
    }
}
