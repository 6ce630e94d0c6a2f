using System.IO.Compression;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Downloads;

namespace Veilor.Designer.EndToEnd.Paths;

/// <summary>The main job from one end to the other: open, compose, see, reload, export, build, and look into the image.</summary>
[Collection(PodmanCollection.Name)]
public sealed class MainPathTests(PodmanEnvironment podman, Browser browser)
{
    private const string Image = "ghcr.io/veilor/veilor-os:43";
    private const string Containerfile = "Containerfile";
    private const string Arguments = "rootfs/usr/lib/bootc/kargs.d/10-veilor-os-hardening.toml";
    private const float BuildPatience = 8 * 60 * 1000;

    [Fact]
    public async Task A_person_composes_veilor_os_exports_it_and_builds_it()
    {
        using var workspace = new TemporaryFolder();
        await using var downloads = await LocalDownloads.StartAsync();
        var gum = downloads.AddTarGz("gum.tar.gz", ("gum_0.17.0_Linux_x86_64/gum", "#!/bin/sh\necho gum\n"));
        await using var designer = await DesignerProcess.StartAsync(workspace.Path, podman.Variables);
        await using var visit = await browser.OpenAsync(designer.Url);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");

        await SwitchOffAndUndoAsync(walk);
        await AddUserAndSubvolumeAsync(walk);
        await UseLocalDownloadAsync(walk, gum);
        await ReloadAndFindAsync(walk);
        var exported = await ExportAsync(walk);
        var run = await BuildAsync(walk, "Succeeded");

        await CheckImageAsync();
        CheckBundle(exported, Path.Combine(workspace.Path, "runs", run, "bundle"));
        await CompareWithBuildAsync(walk, new Uri(designer.Url, "/designs/veilor-os"));
        visit.AssertClean();
    }

    [Fact]
    public async Task A_failing_step_is_shown_with_its_line()
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path, podman.Variables);
        await using var visit = await browser.OpenAsync(designer.Url);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.OpenSectionAsync("packages");
        var add = walk.Page.Locator("[id='packages.install'] input, input[id='packages.install']").First;
        await add.FillAsync("no-such-package");
        await add.PressAsync("Enter");
        await walk.SeesAsync("no-such-package");
        await walk.SavedAsync();

        await BuildAsync(walk, "Failed");

        await Assertions.Expect(walk.Page.GetByTestId("step-failure")).ToContainTextAsync("no-such-package");
        await Assertions.Expect(walk.Page.GetByTestId("exit-status").First).ToContainTextAsync("exit status");
        visit.AssertClean();
    }

    private static async Task SwitchOffAndUndoAsync(EditorWalk walk)
    {
        await walk.SeesAsync("htop");
        await walk.OpenSectionAsync("packages");
        await walk.SwitchAsync("Search the packages", "htop", "htop", isOn: false);
        await walk.MissesAsync("htop");

        await walk.ShowAsync(Arguments);
        await walk.SeesAsync("init_on_free=1");
        await walk.OpenSectionAsync("kernel");
        await walk.SwitchAsync("Search: Kernel arguments", "init_on_free", "init_on_free=1", isOn: false);
        await walk.MissesAsync("init_on_free=1");

        await walk.Page.GetByTestId("undo").ClickAsync();
        await walk.SeesAsync("init_on_free=1");
        await walk.ShowAsync(Containerfile);
        await walk.MissesAsync("htop");
        await walk.Page.GetByTestId("undo").ClickAsync();
        await walk.SeesAsync("htop");
    }

    private static async Task AddUserAndSubvolumeAsync(EditorWalk walk)
    {
        await walk.OpenSectionAsync("users");
        await walk.FillAsync("users.accounts:add", "alex");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Add user", Exact = true }).ClickAsync();
        await walk.ShowAsync("kickstart/iso.ks");
        await walk.SeesAsync("# user alex");

        await walk.OpenSectionAsync("storage");
        var row = await walk.OpenRowAsync("storage.subvolumes", "Name");
        await row.GetByLabel("Name", new() { Exact = true }).FillAsync("containers");
        await row.GetByLabel("Mount point", new() { Exact = true }).FillAsync("/var/lib/containers");
        await row.GetByLabel("Volume", new() { Exact = true }).FillAsync("veilor");
        await row.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await walk.SeesAsync("btrfs /var/lib/containers --subvol --name=containers LABEL=veilor");
    }

    /// <summary>Without the internet the pinned program comes from this machine; the person changes where it is, and its checksum.</summary>
    private static async Task UseLocalDownloadAsync(EditorWalk walk, LocalDownload gum)
    {
        await walk.OpenSectionAsync("packages");
        await walk.FillAsync("packages.downloads[gum].url", gum.Url.ToString());
        await walk.FillAsync("packages.downloads[gum].sha256", gum.Sha256);
        await walk.ShowAsync(Containerfile);
        await walk.SeesAsync(gum.Sha256);
        await walk.SeesAsync(gum.Url.ToString());
    }

    private static async Task ReloadAndFindAsync(EditorWalk walk)
    {
        await walk.SavedAsync();
        await walk.Page.ReloadAsync();
        await walk.ReadyAsync();
        await walk.ShowAsync("kickstart/iso.ks");
        await walk.SeesAsync("# user alex");
        await walk.SeesAsync("--name=containers");
        await walk.ShowAsync(Containerfile);
        await walk.SeesAsync("htop");
    }

    private static async Task<Dictionary<string, byte[]>> ExportAsync(EditorWalk walk)
    {
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        var download = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.GetByTestId("export-zip").ClickAsync());
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync();
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            files.Add(entry.FullName, bytes.ToArray());
        }

        return files;
    }

    /// <summary>Builds the open design, waits for the end, and gives the id of the run.</summary>
    private static async Task<string> BuildAsync(EditorWalk walk, string state)
    {
        await walk.Page.GetByTestId("build-link").ClickAsync();
        await walk.Page.GetByTestId("build").ClickAsync();
        await walk.Page.WaitForURLAsync("**/runs/*");
        await Assertions.Expect(walk.Page.GetByTestId("log")).ToContainTextAsync("STEP");
        await Assertions.Expect(walk.Page.GetByTestId("step").First).ToHaveAttributeAsync("data-state", new System.Text.RegularExpressions.Regex("Succeeded|Failed", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = BuildPatience });
        var shown = await walk.Page.GetByTestId("step").First.GetAttributeAsync("data-state");
        Assert.True(string.Equals(shown, state, StringComparison.Ordinal), $"The build step is {shown}, not {state}:\n{await walk.Page.Locator("main").InnerTextAsync()}");
        await walk.Page.ReloadAsync();
        await Assertions.Expect(walk.Page.GetByTestId("step").First).ToHaveAttributeAsync("data-state", state);
        return new Uri(walk.Page.Url).Segments[^1];
    }

    /// <summary>After the build the editor can show what differs from it; a change made since is the only one.</summary>
    private static async Task CompareWithBuildAsync(EditorWalk walk, Uri design)
    {
        await walk.Page.GotoAsync(design.AbsoluteUri);
        await walk.ReadyAsync();
        await walk.Page.Locator(".preview-compare button").First.ClickAsync();
        await walk.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "Last successful build" }).ClickAsync();
        var strip = walk.Page.GetByTestId("compared");
        await Assertions.Expect(strip).ToContainTextAsync("no file differs");
        await walk.OpenSectionAsync("system");
        await walk.FillAsync("system.hostname", "since-then");
        await walk.ShowAsync("rootfs/etc/hostname");
        await Assertions.Expect(strip).ToContainTextAsync("Last successful build");
        await Assertions.Expect(strip).ToContainTextAsync("files differ");
        await walk.SeesAsync("since-then");
    }

    private async Task CheckImageAsync()
    {
        Assert.Contains("\"init_on_free=1\"", await podman.ReadAsync(Image, "cat /usr/lib/bootc/kargs.d/10-veilor-os-hardening.toml"), StringComparison.Ordinal);
        Assert.Contains("kernel.dmesg_restrict = 1", await podman.ReadAsync(Image, "cat /etc/sysctl.d/60-veilor-os.conf"), StringComparison.Ordinal);
        Assert.Equal("755\n", await podman.ReadAsync(Image, "stat -c %a /usr/bin/veilor-doctor"));
        Assert.Equal("644\n", await podman.ReadAsync(Image, "stat -c %a /usr/lib/systemd/system/veilor-firstboot.service"));
        foreach (var unit in new[] { "sshd.service", "usbguard.service", "firewalld.service", "sddm.service", "veilor-firstboot.service" })
        {
            Assert.Equal("enabled\n", await podman.ReadAsync(Image, $"systemctl --root=/ is-enabled {unit}"));
        }

        Assert.StartsWith("root L", await podman.ReadAsync(Image, "passwd -S root"), StringComparison.Ordinal);
        Assert.Equal("graphical.target\n", await podman.ReadAsync(Image, "systemctl --root=/ get-default"));
        Assert.Equal("gum\n", await podman.ReadAsync(Image, "gum"));
        Assert.Contains("NAME=\"veilor-os\"", await podman.ReadAsync(Image, "cat /etc/os-release"), StringComparison.Ordinal);
    }

    /// <summary>What was built is, byte for byte, what was exported.</summary>
    private static void CheckBundle(Dictionary<string, byte[]> exported, string built)
    {
        var files = Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(built, path), File.ReadAllBytes, StringComparer.Ordinal);
        Assert.Equal(exported.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(exported, file => Assert.Equal(file.Value, files[file.Key]));
    }
}
