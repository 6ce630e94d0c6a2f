using System.Diagnostics;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class FirstBootTests
{
    private static readonly ImageDesign Design = ContentFields.FirstBootScripts.Set(Designs.Sound, [RelativePath.Parse("10-enrol.sh"), RelativePath.Parse("more/20-join")]);

    private static ImageName Name => Design.Image.Name;

    [Fact]
    public void The_scripts_are_copied_into_the_image_and_the_unit_is_enabled()
    {
        var containerfile = Text(Design, BundlePaths.Containerfile);

        Assert.Contains("COPY --chmod=0755 scripts/10-enrol.sh /usr/libexec/my-image/first-boot/10-enrol.sh\n", containerfile, StringComparison.Ordinal);
        Assert.Contains("COPY --chmod=0755 scripts/more/20-join /usr/libexec/my-image/first-boot/more/20-join\n", containerfile, StringComparison.Ordinal);
        Assert.Contains("systemctl enable \\\n      my-image-first-boot.service\n", containerfile, StringComparison.Ordinal);
        Assert.Contains("enable my-image-first-boot.service\n", Text(Design, BundlePaths.Preset(Name)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_is_wanted_by_multi_user_and_asks_no_condition_of_the_first_boot()
    {
        var unit = Text(Design, BundlePaths.FirstBootUnit(Name));

        Assert.Contains("WantedBy=multi-user.target\n", unit, StringComparison.Ordinal);
        Assert.Contains("StateDirectory=my-image\n", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("ConditionFirstBoot", unit, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_run_before_packages_or_after_files_as_their_list_says()
    {
        var design = ContentFields.ScriptsBeforePackages.Set(Designs.Sound.Install("htop").Run("late.sh"), [RelativePath.Parse("early.sh")]);
        var containerfile = Text(design, BundlePaths.Containerfile);

        int[] places = [.. new[] { "early.sh", "dnf -y install", "COPY rootfs/ /", "late.sh", "bootc container lint" }.Select(word => containerfile.IndexOf(word, StringComparison.Ordinal))];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Without_scripts_of_the_first_boot_nothing_is_written() =>
        Assert.Null(Compiled.Of(Designs.Sound).FindDocument(BundlePaths.FirstBootUnit(Name)));

    /// <summary>The generated program itself, in a folder of its own: each script once, in order, and a failed one again.</summary>
    [Fact]
    public async Task Each_script_runs_once_and_one_that_fails_is_tried_again_before_those_behind_it()
    {
        var folder = Directory.CreateTempSubdirectory("veilor-first-boot-");
        try
        {
            var program = Text(Design, BundlePaths.FirstBootProgram(Name))
                .Replace("/usr/libexec/my-image/first-boot", $"{folder}/scripts", StringComparison.Ordinal)
                .Replace("/var/lib/my-image/first-boot", $"{folder}/stamps", StringComparison.Ordinal);
            await File.WriteAllTextAsync($"{folder}/program", program, TestContext.Current.CancellationToken);
            Directory.CreateDirectory($"{folder}/scripts/more");
            await WriteAsync($"{folder}/scripts/10-enrol.sh", $"#!/bin/sh\necho first >> {folder}/log\n[ -e {folder}/ready ]\n");
            await WriteAsync($"{folder}/scripts/more/20-join", $"echo second >> {folder}/log\n");

            Assert.NotEqual(0, await RunAsync($"{folder}/program"));
            Assert.NotEqual(0, await RunAsync($"{folder}/program"));
            Assert.Equal(["first", "first"], await File.ReadAllLinesAsync($"{folder}/log", TestContext.Current.CancellationToken));

            await File.WriteAllTextAsync($"{folder}/ready", "", TestContext.Current.CancellationToken);
            Assert.Equal(0, await RunAsync($"{folder}/program"));
            Assert.Equal(0, await RunAsync($"{folder}/program"));
            Assert.Equal(["first", "first", "first", "second"], await File.ReadAllLinesAsync($"{folder}/log", TestContext.Current.CancellationToken));
            Assert.True(File.Exists($"{folder}/stamps/more/20-join"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string path, string text)
    {
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<int> RunAsync(string program)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [program]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
