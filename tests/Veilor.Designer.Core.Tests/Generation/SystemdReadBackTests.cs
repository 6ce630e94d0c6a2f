using System.Diagnostics;
using System.Text;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>What systemd's own programs read in generated files of designs with hostile text: exactly what was accepted.</summary>
public sealed class SystemdReadBackTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("veilor-systemd-").FullName;

    /// <summary>Each hostile text, and each printable character of ASCII between two letters.</summary>
    private static IEnumerable<string> Texts =>
        HostileTextTests.Values.Select(each => each.Data).Concat(Enumerable.Range(' ', 95).Select(code => $"a{(char)code}b"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Systemd_sysctl_reads_every_accepted_key_and_value()
    {
        var settings = Texts
            .SelectMany((text, index) => new[] { text, $"vm.a{index} = {text}", $"-vm.b{index} = {text}{text}", $"vm.{index}.{text} = 1", $"vm/{index}/{text} = 1" })
            .Select(text => SysctlSetting.TryParse(text, out var setting, out _) ? setting : null)
            .OfType<SysctlSetting>()
            .Where(setting => setting.Value is not null && setting.Key.AsSpan().IndexOfAny("*?[]") < 0)
            .DistinctBy(setting => setting.ProcPath)
            .ToList();
        var design = Designs.Sound with { Kernel = Designs.Sound.Kernel with { Sysctls = [.. settings] } };

        var read = Applied(Sysctls(design));

        Assert.InRange(settings.Count, 250, int.MaxValue);
        Assert.Equal(settings.Select(setting => $"Setting '/proc/sys/{setting.ProcPath}' to '{setting.Value}'").Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    /// <summary>The lines are those of systemd's own 50-default.conf, which every Fedora has.</summary>
    [Theory]
    [InlineData("net.ipv4.conf.*.rp_filter = 1", "all 1, default 1, lo 1")]
    [InlineData("-net.ipv4.conf.*.rp_filter = 1", "all 1, default 1, lo 1")]
    [InlineData("net/ipv4/conf/*/rp_filter = 1", "all 1, default 1, lo 1")]
    [InlineData("net.ipv4.conf.*.rp_filter = 1; net.ipv4.conf.default.rp_filter = 0", "all 1, default 0, lo 1")]
    [InlineData("net.ipv4.conf.*.rp_filter = 1; -net.ipv4.conf.all.rp_filter", "default 1, lo 1")]
    [InlineData("net.ipv4.conf.lo.rp_filter = 1", "default 2, lo 1")]
    public void A_star_reaches_every_interface_though_systemd_takes_some_out_of_stars(string lines, string expected)
    {
        var design = Designs.Sound with { Kernel = Designs.Sound.Kernel with { Sysctls = [.. lines.Split("; ").Select(SysctlSetting.Parse)] } };
        var defaults = Path.Combine(_root, "50-default.conf");
        File.WriteAllText(defaults, "net.ipv4.conf.default.rp_filter = 2\nnet.ipv4.conf.*.rp_filter = 2\n-net.ipv4.conf.all.rp_filter\n");

        var read = Applied(defaults, Sysctls(design)).Select(line => line.Split('\'')).Select(parts => $"{parts[1].Split('/')[^2]} {parts[3]}")
            .Where(each => each.Split(' ')[0] is "all" or "default" or "lo");

        Assert.Equal(expected, string.Join(", ", read.Order(StringComparer.Ordinal)));
    }

    private string Sysctls(ImageDesign design)
    {
        var file = Path.Combine(_root, "60-own.conf");
        File.WriteAllText(file, Compiled.Of(design).Document(BundlePaths.Sysctl(design.Image.Name, hasTuned: false)).Text);
        return file;
    }

    /// <summary>What systemd-sysctl sets. In a user and a network name space of its own it can read everything and set nothing of this machine.</summary>
    private static List<string> Applied(params string[] files)
    {
        using var process = Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--net", "/usr/lib/systemd/systemd-sysctl", .. files])
        {
            Environment = { ["SYSTEMD_LOG_LEVEL"] = "debug", ["SYSTEMD_LOG_TARGET"] = "console", ["SYSTEMD_LOG_COLOR"] = "0" },
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var read = process.StandardError.ReadToEnd().Split('\n').Where(line => line.StartsWith("Setting '", StringComparison.Ordinal)).ToList();
        process.WaitForExit();
        return read;
    }

    [Fact]
    public void Systemctl_preset_enables_and_disables_exactly_the_accepted_units()
    {
        var units = Texts
            .SelectMany(text => new[] { text, $"{text}.service", $"{text}.timer" })
            .Select(text => UnitName.TryParse(text, out var unit, out _) ? unit : null)
            .OfType<UnitName>()
            .Where(unit => !unit.ToString().Contains('@', StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var enabled = units.Where((_, index) => index % 2 == 0).ToList();
        var disabled = units.Except(enabled).ToList();
        var design = Designs.Sound with { Services = Designs.Sound.Services with { Enable = [.. enabled], Disable = [.. disabled], Mask = [] } };
        Write(BundlePaths.Preset(design.Image.Name)[BundlePaths.RootFiles.Length..], Compiled.Of(design).Document(BundlePaths.Preset(design.Image.Name)).Text);
        Write("usr/lib/systemd/system/multi-user.target", "[Unit]\nDescription=Own\n");
        foreach (var unit in units)
        {
            var body = unit.Type == "timer" ? "[Timer]\nOnBootSec=1\n" : "[Service]\nExecStart=/bin/true\n";
            Write($"usr/lib/systemd/system/{unit}", $"{body}[Install]\nWantedBy=multi-user.target\n");
        }

        var wanted = Path.Combine(_root, "etc/systemd/system/multi-user.target.wants");
        Directory.CreateDirectory(wanted);
        disabled.ForEach(unit => File.CreateSymbolicLink(Path.Combine(wanted, unit.ToString()), $"/usr/lib/systemd/system/{unit}"));
        ExternalProgram.Run("systemctl", ["--root", _root, "preset", .. units.Select(unit => unit.ToString())]);

        Assert.InRange(units.Count, 100, int.MaxValue);
        Assert.Equal(
            enabled.Select(unit => unit.ToString()).Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(wanted).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Systemd_tmpfiles_makes_exactly_the_folders_that_the_build_left_in_var()
    {
        string[] plain = ["lib", "lib/own", "lib/$(touch)", "lib/`id`", "lib/a;b", "lib/a|b", "lib/{a,b}", "lib/*", "lib/[x]", "lib/~", "lib/a=b", "lib/größe", "lib/-x", "lib/#x", "lib/a:b", "lib/😀"];
        string[] skipped = ["lib/a b", "lib/a%b", "lib/a\"b", "lib/a'b", "lib/a\\x2db", "lib/a\nb"];
        var left = Path.Combine(_root, "left");
        var lines = Path.Combine(_root, "lines");
        Directory.CreateDirectory(lines);
        foreach (var name in plain.Concat(skipped))
        {
            Directory.CreateDirectory(Path.Combine(left, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute);
        }

        File.CreateSymbolicLink(Path.Combine(left, "link"), "../usr/lib/with blanks");
        File.CreateSymbolicLink(Path.Combine(left, "percent"), "../usr/lib/100%a");
        var script = Compiled.Of(Designs.Sound).Document(BundlePaths.KeepVar).Text;
        var output = Encoding.UTF8.GetString(ExternalProgram.RunWithInput(
            Encoding.UTF8.GetBytes(script),
            "unshare", "--map-root-user", "--mount", "bash", "-c", "mount --bind \"$1\" /var && mount --bind \"$2\" /usr/lib/tmpfiles.d && exec bash -s", "bash", left, lines));
        ExternalProgram.Run("systemd-tmpfiles", "--root", _root, "--create", Path.Combine(lines, "zz-image-var.conf"));

        Assert.Contains($"keep-var: {plain.Length + 1} entries", output, StringComparison.Ordinal);
        var made = Path.Combine(_root, "var");
        var folders = Directory.EnumerateDirectories(made, "*", SearchOption.AllDirectories).Where(path => new FileInfo(path).LinkTarget is null).ToList();
        Assert.Equal(plain.Order(StringComparer.Ordinal), folders.Select(path => Path.GetRelativePath(made, path)).Order(StringComparer.Ordinal));
        Assert.All(folders, path => Assert.Equal("710", Convert.ToString((int)File.GetUnixFileMode(path), 8)));
        Assert.Equal("../usr/lib/with blanks", new FileInfo(Path.Combine(made, "link")).LinkTarget);
        Assert.False(Path.Exists(Path.Combine(made, "percent")));
    }

    [Fact]
    public void Bash_reads_language_and_keyboard_as_systemd_does()
    {
        foreach (var text in Texts.Concat(["de_DE.UTF-8", "C.UTF-8", "en_US.utf8", "sr_RS@latin", "de-nodeadkeys", "us"]))
        {
            if (LocaleName.TryParse(text, out var locale, out _))
            {
                var compiled = Compiled.Of(Designs.Sound with { System = Designs.Sound.System with { Locale = locale } });
                Assert.Equal(locale.ToString(), Variable(compiled.Document(BundlePaths.Locale).Text, "LANG"));
            }
        }
    }

    private static string Variable(string text, string name) =>
        Encoding.UTF8.GetString(ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(text), "bash", "-c", $". /dev/stdin; printf %s \"${name}\""));

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
