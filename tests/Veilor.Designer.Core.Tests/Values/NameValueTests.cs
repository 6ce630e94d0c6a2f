using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

public sealed class NameValueTests
{
    private static readonly string Label63 = new('a', 63);

    [Theory]
    [InlineData("veilor")]
    [InlineData("a")]
    [InlineData("7seas")]
    [InlineData("42")]
    [InlineData("Web-01.example.org")]
    public void A_hostname_is_read(string text) => ValueAssert.Accepts<Hostname>(text);

    [Theory]
    [InlineData("time.example.org", false)]
    [InlineData("192.0.2.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("::ffff:192.0.2.1", true)]
    public void A_time_server_is_a_name_or_an_address(string text, bool isAddress) =>
        Assert.Equal(isAddress, ValueAssert.Accepts<TimeServer>(text).IsAddress);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("192.0.2.256", "IP address")]
    [InlineData("fe80::1%eth0", "no address of IPv6")]
    [InlineData("[2001:db8::1]", "no address of IPv6")]
    [InlineData("2001:db8::g", "no address of IPv6")]
    [InlineData("time.example.org:123", "no colon")]
    [InlineData("192.0.2.1:123", "no colon")]
    [InlineData("time.example.org iburst", "space")]
    public void Anything_else_is_no_time_server(string text, string words) => ValueAssert.Refuses<TimeServer>(text, words);

    [Theory]
    [InlineData("graphical", "graphical.target")]
    [InlineData(" multi-user ", "multi-user.target")]
    [InlineData("graphical.target", "graphical.target")]
    [InlineData("sddm.service", "sddm.service")]
    public void A_default_target_without_a_suffix_is_a_target(string text, string expected)
    {
        Assert.True(ServicesFields.DefaultTarget.Codec.TryParse(text, out var unit, out _));
        Assert.Equal(expected, unit!.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(null, "empty")]
    [InlineData("-a", "hyphen")]
    [InlineData("a-", "hyphen")]
    [InlineData("a.-b", "hyphen")]
    [InlineData("a..b", "dot")]
    [InlineData(".a", "dot")]
    [InlineData("a.", "dot")]
    [InlineData("a_b", "“_”")]
    [InlineData("a b", "a space")]
    [InlineData("a\n", "a line break")]
    [InlineData("a\u202eb", "U+202E")]
    [InlineData("müller", "“ü”")]
    [InlineData("$(reboot)", "“$”")]
    [InlineData("192.168.1.10", "IP address")]
    public void A_hostname_that_systemd_or_Anaconda_would_refuse_is_refused(string? text, string words) =>
        ValueAssert.Refuses<Hostname>(text, words);

    [Fact]
    public void A_hostname_has_at_most_64_characters_and_63_in_a_part()
    {
        ValueAssert.Accepts<Hostname>(Label63);
        ValueAssert.Refuses<Hostname>(Label63 + "a", "63 are allowed");
        ValueAssert.Accepts<Hostname>(new string('a', 31) + "." + new string('b', 32));
        ValueAssert.Refuses<Hostname>(new string('a', 32) + "." + new string('b', 32), "Linux allows 64");
        Assert.Equal("web", Hostname.Parse("web.example.org").ShortName);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("_chrony")]
    [InlineData("systemd-oom")]
    [InlineData("a1_b")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")]
    public void A_user_name_is_read(string text) => ValueAssert.Accepts<UnixName>(text);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Admin", "“admin”")]
    [InlineData("1000", "starts with a lower-case letter")]
    [InlineData("1a", "starts with a lower-case letter")]
    [InlineData("-a", "starts with a lower-case letter")]
    [InlineData("a b", "a space")]
    [InlineData("a:b", "“:”")]
    [InlineData("a\0", "U+0000")]
    [InlineData("a.b", "“.”")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456", "32 are allowed")]
    public void A_user_name_that_some_tool_would_refuse_is_refused(string text, string words) =>
        ValueAssert.Refuses<UnixName>(text, words);

    [Theory]
    [InlineData("htop", false)]
    [InlineData("kernel-modules-extra", false)]
    [InlineData("libstdc++", false)]
    [InlineData("vim-enhanced-2:9.1.0-1.fc43.x86_64", false)]
    [InlineData("gcc-14.0~rc1^git1-1", false)]
    [InlineData("abrt*", true)]
    [InlineData("kernel-[cm]?re", true)]
    public void A_package_is_read(string text, bool isGlob) => Assert.Equal(isGlob, ValueAssert.Accepts<PackageSpec>(text).IsGlob);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("@core", "group")]
    [InlineData("--installroot=/x", "hyphen")]
    [InlineData("./a.rpm", "path")]
    [InlineData("https://example.org/a.rpm", "path")]
    [InlineData("a;reboot", "“;”")]
    [InlineData("a b", "a space")]
    [InlineData("$(id)", "“$”")]
    [InlineData("a`id`", "“`”")]
    [InlineData("a&&b", "“&”")]
    [InlineData("a[", "“]”")]
    [InlineData("a[]", "“]”")]
    [InlineData("a]b", "“]”")]
    [InlineData("a[[b]", "“]”")]
    [InlineData("+a", "starts with")]
    public void What_is_no_package_name_is_refused(string text, string words) => ValueAssert.Refuses<PackageSpec>(text, words);

    [Theory]
    [InlineData("sshd", "sshd.service", "service")]
    [InlineData("sshd.service", "sshd.service", "service")]
    [InlineData("fstrim.timer", "fstrim.timer", "timer")]
    [InlineData("org.example.App", "org.example.App.service", "service")]
    [InlineData("getty@tty2", "getty@tty2.service", "service")]
    [InlineData("dev-disk-by\\x2dlabel-a.mount", "dev-disk-by\\x2dlabel-a.mount", "mount")]
    public void A_unit_is_read_and_gets_its_suffix(string text, string canonical, string type) =>
        Assert.Equal(type, ValueAssert.Accepts<UnitName>(text, canonical).Type);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("--now", "hyphen")]
    [InlineData(".service", "missing")]
    [InlineData("@tty1.service", "missing")]
    [InlineData("a/b.service", "“/”")]
    [InlineData("a b", "a space")]
    [InlineData("a.", "dot")]
    public void What_is_no_unit_name_is_refused(string text, string words) => ValueAssert.Refuses<UnitName>(text, words);

    [Fact]
    public void A_template_unit_is_known_as_one()
    {
        Assert.True(UnitName.Parse("getty@.service").IsTemplate);
        Assert.False(UnitName.Parse("getty@tty1.service").IsTemplate);
        ValueAssert.Accepts<UnitName>(new string('a', 247), new string('a', 247) + ".service");
        ValueAssert.Refuses<UnitName>(new string('a', 248), "255 are allowed");
    }

    [Theory]
    [InlineData("firewire-core", "firewire_core")]
    [InlineData("n_hdlc", "n_hdlc")]
    [InlineData("6pack", "6pack")]
    public void A_module_is_read(string text, string normalized) => Assert.Equal(normalized, ValueAssert.Accepts<ModuleName>(text).NormalizedName);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("dccp.ko.xz", ".ko")]
    [InlineData("../dccp", "“.”")]
    [InlineData("a b", "a space")]
    [InlineData("-a", "hyphen")]
    public void What_is_no_module_name_is_refused(string text, string words) => ValueAssert.Refuses<ModuleName>(text, words);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+5")]
    [InlineData("America/Port-au-Prince")]
    public void A_time_zone_is_read(string text) => ValueAssert.Accepts<TimeZoneName>(text);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("America/New York", "underscore")]
    [InlineData("/etc/passwd", "not the name")]
    [InlineData("../../etc", "not the name")]
    [InlineData("Europe/Berlin\n", "a line break")]
    [InlineData("+02:00", "not the name")]
    public void What_is_no_time_zone_is_refused(string text, string words) => ValueAssert.Refuses<TimeZoneName>(text, words);

    [Theory]
    [InlineData("en_US.UTF-8", "en_US.UTF-8")]
    [InlineData("de_DE.utf8", "de_DE.UTF-8")]
    [InlineData("sr_RS.UTF-8@latin", "sr_RS.UTF-8@latin")]
    [InlineData("C.UTF-8", "C.UTF-8")]
    [InlineData("eo.UTF-8", "eo.UTF-8")]
    public void A_locale_is_read(string text, string canonical) => ValueAssert.Accepts<LocaleName>(text, canonical);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("en_US", "“en_US.UTF-8”")]
    [InlineData("de_DE.ISO-8859-15@euro", "“de_DE.UTF-8@euro”")]
    [InlineData("english", "not a locale")]
    [InlineData("en-US.UTF-8", "not a locale")]
    [InlineData("en_US.UTF-8; id", "a space")]
    public void What_is_no_UTF8_locale_is_refused(string text, string words) => ValueAssert.Refuses<LocaleName>(text, words);

    [Theory]
    [InlineData("us")]
    [InlineData("de-nodeadkeys")]
    [InlineData("sr-cy")]
    public void A_keyboard_layout_is_read(string text) => ValueAssert.Accepts<KeyboardLayout>(text);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("cz (qwerty)", "console keymap")]
    [InlineData("us,de", "“,”")]
    [InlineData("-x", "starts with")]
    public void What_is_no_console_keymap_is_refused(string text, string words) => ValueAssert.Refuses<KeyboardLayout>(text, words);

    [Theory]
    [InlineData("https://copr.fedorainfracloud.org/coprs/owner/project/", "Write owner/project.")]
    [InlineData("https://copr.fedorainfracloud.org/coprs/g/group/project/", "Write @group/project.")]
    [InlineData("copr.fedorainfracloud.org/coprs/owner/project", "Write owner/project.")]
    [InlineData("https://example.org/", "address is not taken")]
    public void An_address_of_COPR_is_refused_with_what_to_write(string text, string words) => ValueAssert.Refuses<CoprProject>(text, words);
}
