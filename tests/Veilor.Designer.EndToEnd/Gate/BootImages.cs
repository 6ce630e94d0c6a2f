using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.EndToEnd.Gate;

/// <summary>
/// Small disks and an ISO that boot for real: GRUB, Debian's kernel, and a root of busybox alone. A word of the kernel's command line says what
/// the system does, so that each ending comes within seconds. The login prompt is a real getty's; the installer is a stand-in that prints the line
/// with which Anaconda starts, since Anaconda itself needs gigabytes.
/// </summary>
public sealed class BootImages : IAsyncLifetime
{
    private const string Init = """
        #!/bin/busybox sh
        /bin/busybox mkdir -p /dev /proc
        /bin/busybox mount -t devtmpfs devtmpfs /dev
        /bin/busybox mount -t proc proc /proc
        /bin/busybox hostname sample
        for word in $(/bin/busybox cat /proc/cmdline); do
            case $word in
                stand_in=login) exec /bin/busybox getty -L 115200 ttyS0 vt100 </dev/ttyS0 >/dev/ttyS0 2>&1 ;;
                stand_in=installer) echo "anaconda 43.44-1.fc43 for Fedora 43 started."; /bin/busybox sleep 600 ;;
                stand_in=silent) /bin/busybox sleep 600 ;;
            esac
        done
        exit 1

        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>A disk that ends in a login prompt.</summary>
    public string Login { get; private set; } = "";

    /// <summary>A disk whose first program ends at once, which makes the kernel panic.</summary>
    public string Panic { get; private set; } = "";

    /// <summary>A disk that falls silent after the kernel.</summary>
    public string Silent { get; private set; } = "";

    /// <summary>An ISO that starts the stand-in for the installer.</summary>
    public string Installer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var tree = (await Cli.Wrap(RepositoryFiles.PathOf("tests", "vm", "tree")).ExecuteBufferedAsync()).StandardOutput.Trim();
        _folder.Write("root/init", Init);
        var iso = Directory.CreateDirectory(Path.Combine(_folder.Path, "iso")).FullName;
        await ShellAsync("mkdir -p root/bin && cp \"$(command -v busybox)\" root/bin/busybox && chmod 0755 root/init && cd root && find . | busybox cpio -o -H newc | gzip -1 > ../iso/initrd");
        File.Copy(Path.Combine(tree, "vmlinuz"), Path.Combine(iso, "vmlinuz"));
        Installer = await MakeAsync("installer", "installer.iso");
        Panic = await MakeAsync("panic", "panic.raw");
        Silent = await MakeAsync("silent", "silent.raw");
        Login = Path.Combine(_folder.Path, "login, one.qcow2");
        await ShellAsync($"qemu-img convert -f raw -O qcow2 '{await MakeAsync("login", "login.raw")}' '{Login}'");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>grub-mkrescue's image starts from a CD and from a disk alike.</summary>
    private async Task<string> MakeAsync(string standIn, string name)
    {
        _folder.Write("iso/boot/grub/grub.cfg", $$"""
            serial --unit=0 --speed=115200
            terminal_output serial console
            set timeout=0
            menuentry sample {
              linux /vmlinuz console=ttyS0 panic=-1 stand_in={{standIn}}
              initrd /initrd
            }

            """);
        await ShellAsync($"$(command -v grub-mkrescue || command -v grub2-mkrescue) -o {name} iso");
        return Path.Combine(_folder.Path, name);
    }

    private async Task ShellAsync(string script)
    {
        var result = await Cli.Wrap("bash").WithArguments(["-euo", "pipefail", "-c", script]).WithWorkingDirectory(_folder.Path)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(result.ExitCode == 0, $"{script}\n{result.StandardError}");
    }
}
