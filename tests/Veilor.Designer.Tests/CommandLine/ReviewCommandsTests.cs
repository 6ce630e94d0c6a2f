using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>What the review panels do, as the real executable does it.</summary>
public sealed class ReviewCommandsTests : IDisposable
{
    private const string Hash = "$6$saltsalt$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.";
    private const string First = "format = 1\n[image]\nname = \"mine\"\n[packages]\ninstall = [\"git\", \"man-db\"]\n";
    private const string Second = "format = 1\n[image]\nname = \"mine\"\n[packages]\ninstall = [\"git\"]\n[system]\nhostname = \"box\"\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Diff_says_what_differs_and_ends_like_diff()
    {
        var (first, second) = (Design("a", First), Design("b", Second));
        var outcome = await DesignerProcess.RunAsync("diff", first, second);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["Packages", "  − man-db", "System", "  Host name: box"], outcome.OutputLines);
        Assert.Equal(0, (await DesignerProcess.RunAsync("diff", first, first)).ExitCode);
        Assert.Equal(2, (await DesignerProcess.RunAsync("diff", first, Path.Combine(_folder.Path, "none"))).ExitCode);
    }

    [Fact]
    public async Task The_id_is_the_same_in_every_process_and_another_for_another_design()
    {
        var first = await DesignerProcess.RunAsync("id", Design("a", First));
        var again = await DesignerProcess.RunAsync("id", Design("b", "# another comment\n" + First.Replace("\"git\", \"man-db\"", "\"man-db\", \"git\"", StringComparison.Ordinal)));
        var second = await DesignerProcess.RunAsync("id", Design("c", Second));
        Assert.Matches("^[0-9a-f]{64}$", Assert.Single(first.OutputLines));
        Assert.Equal(first.Output, again.Output);
        Assert.NotEqual(first.Output, second.Output);
    }

    [Fact]
    public async Task A_snapshot_is_taken_listed_compared_restored_and_deleted()
    {
        var design = Design("a", First);
        var taken = await DesignerProcess.RunAsync("snapshots", "take", design, "Before it all");
        Assert.Equal(0, taken.ExitCode);
        File.WriteAllText(Path.Combine(design, "design.toml"), Second);
        Assert.Equal(1, (await DesignerProcess.RunAsync("diff", Assert.Single(taken.OutputLines), design)).ExitCode);

        Assert.Equal(0, (await DesignerProcess.RunAsync("snapshots", "restore", design, "Before it all")).ExitCode);
        Assert.Equal(0, (await DesignerProcess.RunAsync("diff", Assert.Single(taken.OutputLines), design)).ExitCode);
        var list = await DesignerProcess.RunAsync("snapshots", "list", design);
        Assert.Contains(list.OutputLines, line => line.EndsWith("  Before Before it all", StringComparison.Ordinal));

        Assert.Equal(0, (await DesignerProcess.RunAsync("snapshots", "delete", design, "Before it all")).ExitCode);
        Assert.Single((await DesignerProcess.RunAsync("snapshots", "list", design)).OutputLines);
        Assert.Equal(2, (await DesignerProcess.RunAsync("snapshots", "restore", design, "Before it all")).ExitCode);
    }

    [Fact]
    public async Task A_link_makes_the_same_design_elsewhere_without_its_password()
    {
        var design = Design("a", Second + $"[[users.accounts]]\nname = \"admin\"\npassword = \"{Hash}\"\n");
        var shared = await DesignerProcess.RunAsync("share", design);
        var link = Assert.Single(shared.OutputLines);
        Assert.StartsWith("http://localhost:5180/open?design=", link, StringComparison.Ordinal);
        Assert.Contains("password of admin", shared.Error, StringComparison.Ordinal);

        var described = await DesignerProcess.RunAsync("open-link", link);
        Assert.Equal("mine", described.OutputLines[0]);
        var target = Path.Combine(_folder.Path, "opened");
        Assert.Equal(0, (await DesignerProcess.RunAsync("open-link", link, "--output", target)).ExitCode);
        Assert.DoesNotContain("$6$", File.ReadAllText(Path.Combine(target, "design.toml")), StringComparison.Ordinal);
        Assert.Equal(
            ["Users", "  user admin loses the password"],
            (await DesignerProcess.RunAsync("diff", design, target)).OutputLines);
        Assert.Equal(2, (await DesignerProcess.RunAsync("open-link", link, "--output", target)).ExitCode);
        Assert.Equal(1, (await DesignerProcess.RunAsync("open-link", link[..^20])).ExitCode);
    }

    [Fact]
    public async Task Lines_of_ones_own_travel_without_passwords_and_with_the_advice_to_read_them()
    {
        var design = Design("own", "format = 1\n\n[image]\nname = \"own\"\n\n[extra]\nafter_packages = \"\"\"\nRUN true\nRUN echo canary | passwd --stdin root\"\"\"\n");
        var shared = await DesignerProcess.RunAsync("share", design);
        Assert.Contains("After the packages: 1 line that looks like a secret (line 2).", shared.Error, StringComparison.Ordinal);
        Assert.Contains("Lines of your own travel as they are: After the packages.", shared.Error, StringComparison.Ordinal);
        var target = Path.Combine(_folder.Path, "opened");
        Assert.Equal(0, (await DesignerProcess.RunAsync("open-link", Assert.Single(shared.OutputLines), "--output", target)).ExitCode);
        var opened = File.ReadAllText(Path.Combine(target, "design.toml"));
        Assert.DoesNotContain("canary", opened, StringComparison.Ordinal);
        Assert.Contains("RUN true", opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_shared_with_the_files_it_names()
    {
        var link = await DesignerProcess.RunAsync("share", "veilor-os");
        Assert.Empty(link.Error);
        var target = Path.Combine(_folder.Path, "opened");
        var opened = await DesignerProcess.RunAsync("open-link", Assert.Single(link.OutputLines), "--output", target);
        Assert.True(opened.ExitCode == 0, opened.Error);
        Assert.Equal("", (await DesignerProcess.RunAsync("diff", "veilor-os", target)).Output);
    }

    [Fact]
    public async Task Routes_name_the_files_of_each_fact()
    {
        var outcome = await DesignerProcess.RunAsync("routes", Design("b", Second));
        Assert.Equal(0, outcome.ExitCode);
        var at = Array.IndexOf([.. outcome.OutputLines], "Host name: box");
        Assert.True(at >= 0, outcome.Output);
        Assert.StartsWith("  rootfs/etc/hostname:1", outcome.OutputLines[at + 1], StringComparison.Ordinal);
        Assert.Contains(outcome.OutputLines[(at + 1)..], line => line.StartsWith("  also in ", StringComparison.Ordinal) && line.Contains("test/inside-image.sh:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task About_prints_a_page_or_finds_some()
    {
        Assert.StartsWith("# VD5004", (await DesignerProcess.RunAsync("about", "VD5004")).Output, StringComparison.Ordinal);
        Assert.Contains((await DesignerProcess.RunAsync("about", "yescrypt", "hash")).OutputLines, line => line.StartsWith("section/users", StringComparison.Ordinal));
        Assert.Equal(1, (await DesignerProcess.RunAsync("about", "xyzzy")).ExitCode);
    }

    private string Design(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "design.toml"), text);
        return folder;
    }
}
