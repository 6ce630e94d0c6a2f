using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

public sealed class KernelValueTests
{
    [Theory]
    [InlineData("quiet", "quiet", null)]
    [InlineData("lockdown=integrity", "lockdown", "integrity")]
    [InlineData("mitigations=auto,nosmt", "mitigations", "auto,nosmt")]
    [InlineData("root=UUID=1234-abcd", "root", "UUID=1234-abcd")]
    [InlineData("key=", "key", "")]
    [InlineData("dyndbg=\"file drivers/usb/* +p\"", "dyndbg", "file drivers/usb/* +p")]
    public void A_kernel_argument_is_read_as_the_kernel_reads_it(string text, string key, string? expected)
    {
        var argument = ValueAssert.Accepts<KernelArgument>(text);
        Assert.Equal(key, argument.Key);
        Assert.Equal(expected, argument.Value);
    }

    [Fact]
    public void Quotes_that_are_not_needed_are_dropped()
    {
        ValueAssert.Accepts<KernelArgument>("lockdown=\"integrity\"", "lockdown=integrity");
        ValueAssert.Accepts<KernelArgument>("key=\"\"", "key=");
        Assert.Equal(KernelArgument.Parse("a=b"), KernelArgument.Parse("a=\"b\""));
        Assert.Equal("kvm_intel.vmentry_l1d_flush", KernelArgument.Parse("kvm-intel.vmentry_l1d_flush=always").NormalizedKey);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("=1", "missing")]
    [InlineData("--", "init process")]
    [InlineData("quiet splash", "one argument at a time")]
    [InlineData("a=b c", "ouble quotes")]
    [InlineData("a=\"b", "ouble quotes")]
    [InlineData("a=b\"c\"", "ouble quotes")]
    [InlineData("a=\"b\"c\"", "ouble quotes")]
    [InlineData("\"a b\"=c", "blank")]
    [InlineData("\"a\"=c", "double quote")]
    [InlineData("a=\t", "a tab")]
    [InlineData("a=b\nc", "a line break")]
    [InlineData("a=à", "“à”")]
    [InlineData("a=\u202e", "U+202E")]
    public void An_argument_the_kernel_would_read_otherwise_is_refused(string text, string words) =>
        ValueAssert.Refuses<KernelArgument>(text, words);

    [Theory]
    [InlineData("kernel.kptr_restrict=2", "kernel.kptr_restrict = 2", "kernel/kptr_restrict")]
    [InlineData("kernel.core_pattern = |/bin/false", "kernel.core_pattern = |/bin/false", "kernel/core_pattern")]
    [InlineData("net.ipv4.conf.*.rp_filter = 1", "net.ipv4.conf.*.rp_filter = 1", "net/ipv4/conf/*/rp_filter")]
    [InlineData("net/ipv4/conf/eth0.1/rp_filter = 1", "net/ipv4/conf/eth0.1/rp_filter = 1", "net/ipv4/conf/eth0.1/rp_filter")]
    [InlineData("net.ipv4.conf.eth0/1.rp_filter = 1", "net.ipv4.conf.eth0/1.rp_filter = 1", "net/ipv4/conf/eth0.1/rp_filter")]
    [InlineData("-kernel.yama.ptrace_scope = 1", "-kernel.yama.ptrace_scope = 1", "kernel/yama/ptrace_scope")]
    [InlineData("net.ipv4.tcp_rmem = 4096\t87380 6291456", "net.ipv4.tcp_rmem = 4096\t87380 6291456", "net/ipv4/tcp_rmem")]
    public void A_sysctl_setting_is_read_as_systemd_reads_it(string text, string canonical, string path) =>
        Assert.Equal(path, ValueAssert.Accepts<SysctlSetting>(text, canonical).ProcPath);

    [Fact]
    public void A_key_with_a_hyphen_and_no_value_is_an_exclusion()
    {
        var exclusion = ValueAssert.Accepts<SysctlSetting>("-net.ipv4.conf.eth0.rp_filter");
        Assert.Null(exclusion.Value);
        Assert.True(exclusion.IgnoresFailure);
        Assert.False(SysctlSetting.TryCreate("kernel.sysrq", null, ignoresFailure: false, out _, out var error));
        Assert.Contains("value is missing", error, StringComparison.Ordinal);
        Assert.True(SysctlSetting.TryCreate("kernel.sysrq", " 0 ", ignoresFailure: true, out var setting, out _));
        Assert.Equal("-kernel.sysrq = 0", setting.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("= 1", "empty")]
    [InlineData("kernel.sysrq", "value is missing")]
    [InlineData("kernel.sysrq =", "value is empty")]
    [InlineData("sysrq = 1", "two parts")]
    [InlineData("kernel..sysrq = 1", "empty part")]
    [InlineData(".kernel.sysrq = 1", "empty part")]
    [InlineData("kernel.sysrq. = 1", "empty part")]
    [InlineData("kernel/../sysrq = 1", "empty part")]
    [InlineData("/proc/sys/kernel/sysrq = 1", "/proc/sys/")]
    [InlineData("--kernel.sysrq = 1", "hyphen")]
    [InlineData("# kernel.sysrq = 1", "“#”")]
    [InlineData("net.ipv4.ip_forward = 1kernel.panic = 5", "another “=”")]
    [InlineData("kernel.panic = 5 # seconds", "cannot contain #")]
    [InlineData("kernel.sysrq = 1\nkernel.x = 2", "a line break")]
    [InlineData("kernel.sysrq = 1\u2028", "U+2028")]
    public void What_is_no_sysctl_setting_is_refused(string text, string words) => ValueAssert.Refuses<SysctlSetting>(text, words);

    [Theory]
    [InlineData("/")]
    [InlineData("/boot")]
    [InlineData("/boot/efi")]
    [InlineData("/var/lib/containers")]
    public void A_mount_point_is_read(string text) => ValueAssert.Accepts<MountPoint>(text);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("var", "“/var”")]
    [InlineData("/var/", "slash")]
    [InlineData("//var", "slash")]
    [InlineData("/var/../etc", "“..”")]
    [InlineData("/./var", "“.”")]
    [InlineData("/my data", "a space")]
    [InlineData("/a\n/b", "a line break")]
    public void A_path_that_is_not_canonical_is_refused(string text, string words) => ValueAssert.Refuses<MountPoint>(text, words);

    [Fact]
    public void A_mount_point_lies_within_another_by_whole_parts()
    {
        var var = MountPoint.Parse("/var");
        Assert.True(MountPoint.Parse("/var/home").IsWithin(var));
        Assert.True(var.IsWithin(var));
        Assert.True(var.IsWithin(MountPoint.Root));
        Assert.False(MountPoint.Parse("/variable").IsWithin(var));
        Assert.Equal(MountPoint.Root, MountPoint.Parse("/"));
    }
}
