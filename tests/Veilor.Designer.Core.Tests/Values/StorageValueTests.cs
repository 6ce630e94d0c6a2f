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
    [InlineData("ram\n[x]")]
    public void Another_size_is_refused_in_words(string text)
    {
        Assert.False(ZramSize.TryParse(text, out _, out var error));
        Assert.True(error.Split(' ').Length > 3, error);
    }
}
