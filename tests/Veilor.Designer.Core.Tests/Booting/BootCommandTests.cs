using Veilor.Designer.Core.Booting;

namespace Veilor.Designer.Core.Tests.Booting;

public sealed class BootCommandTests
{
    private static readonly BootMachine Machine = new(HasKvm: false, 2048, 2);

    [Fact]
    public void It_has_no_network_and_opens_no_socket()
    {
        foreach (var file in new[] { "a.qcow2", "a.raw", "a.img", "a.iso" })
        {
            var arguments = BootCommand.Arguments(file, Machine);
            Assert.Equal("none", arguments[arguments.IndexOf("-nic") + 1]);
            Assert.Equal("none", arguments[arguments.IndexOf("-monitor") + 1]);
            Assert.Equal("none", arguments[arguments.IndexOf("-display") + 1]);
            Assert.DoesNotContain(arguments, argument => argument is "-vnc" or "-spice" or "-qmp" or "-gdb" or "-s" || argument.Contains("tcp:", StringComparison.Ordinal) || argument.Contains("hostfwd", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("d/disk.qcow2", "file=d/disk.qcow2,format=qcow2,if=virtio,snapshot=on")]
    [InlineData("disk.RAW", "file=disk.RAW,format=raw,if=virtio,snapshot=on")]
    [InlineData("a,readonly=off.img", "file=a,,readonly=off.img,format=raw,if=virtio,snapshot=on")]
    [InlineData("i.iso", "file=i.iso,format=raw,media=cdrom,readonly=on")]
    public void What_is_booted_is_not_changed_and_cannot_add_options(string file, string drive) =>
        Assert.Equal(drive, BootCommand.Arguments(file, Machine)[^1]);

    [Theory]
    [InlineData(true, "kvm tcg")]
    [InlineData(false, "tcg,thread=multi")]
    public void Kvm_is_used_where_it_is_there(bool hasKvm, string accelerators)
    {
        var arguments = BootCommand.Arguments("a.raw", Machine with { HasKvm = hasKvm });
        Assert.Equal(accelerators, string.Join(' ', arguments.Where((_, index) => index > 0 && arguments[index - 1] == "-accel")));
    }

    [Theory]
    [InlineData("a.vmdk")]
    [InlineData("a.json")]
    [InlineData("iso")]
    public void Other_files_are_not_booted(string file)
    {
        Assert.Null(BootCommand.MediumOf(file));
        Assert.Throws<ArgumentException>(() => BootCommand.Arguments(file, Machine));
    }
}
