using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Tests.Validation.Cases;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Cases.SecretCases;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class BuildSecretTests
{
    private const string Mount = "    --mount=type=secret,id=token,required=true \\";

    private static readonly BuildHost Root = new(RootAccess.IsRoot, BuildHost.DefaultRootStorage, 0, 0);

    private static ImageDesign Design => SystemFields.Fips.Set(
        PackagesFields.Downloads.Put(
            PackagesFields.Kernel.Add(PackagesFields.Copr.Add(Sound.Install("htop"), CoprProject.Parse("own/project")), PackageSpec.Parse("kernel-longterm")),
            new PinnedDownload { Name = ModuleName.Parse("own"), Url = HttpUrl.Parse("https://example.org/own.rpm") }),
        value: true) with
    {
        Scripts = new ScriptsSection { BeforePackages = [RelativePath.Parse("05-early.sh")], Run = [RelativePath.Parse("10-own.sh"), RelativePath.Parse("20-last.sh")] },
    };

    [Fact]
    public void Every_step_in_which_dnf_installs_gets_a_secret_of_the_packages_and_no_other_does()
    {
        var instructions = Instructions(Design.With(Secret("token", "packages")));
        var mounting = instructions.Where(each => each.Contains("type=secret", StringComparison.Ordinal)).ToList();

        Assert.Equal(instructions.Where(each => each.Contains("dnf -y install", StringComparison.Ordinal)), mounting);
        Assert.Equal(5, mounting.Count);
        Assert.All(mounting, each => Assert.Contains("\n" + Mount + "\n", each, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scripts", 3)]
    [InlineData("scripts/10-own.sh", 1)]
    [InlineData("scripts/10-own.sh scripts/05-early.sh", 2)]
    public void Scripts_get_a_secret_together_or_alone(string steps, int count)
    {
        var mounting = Instructions(Design.With(Secret("token", steps))).Where(each => each.Contains("type=secret", StringComparison.Ordinal)).ToList();

        Assert.Equal(count, mounting.Count);
        Assert.All(mounting, each => Assert.Matches(@"^RUN --mount=type=bind,source=scripts,target=/run/build/scripts \\\n    --mount=type=secret,id=token,required=true \\\n    bash /run/build/scripts/", each));
        Assert.Equal(steps == "scripts/10-own.sh", mounting is [var one] && one.Contains("/10-own.sh #", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_of_its_own_stands_in_the_mount_and_each_line_names_its_secret()
    {
        var design = Design.With(Secret("token", "packages", place: "/etc/dnf/vars/token"), Secret("other", "packages"));
        var lines = Compiled.Of(design).Document(BundlePaths.Containerfile).Lines.Where(line => line.Text.Contains("type=secret", StringComparison.Ordinal)).ToList();

        Assert.Contains("    --mount=type=secret,id=token,required=true,target=/etc/dnf/vars/token \\", lines.Select(line => line.Text));
        Assert.All(lines, line => Assert.Equal($"extra.secrets[{(line.Text.Contains("id=token", StringComparison.Ordinal) ? "token" : "other")}]", line.Origin.Value));
        Assert.All(lines, line => Assert.Contains("in no layer", line.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_design_without_secrets_builds_as_before()
    {
        Assert.Equal(Text(Design, BundlePaths.Containerfile), Text(Design.With(Secret("token")), BundlePaths.Containerfile));
        Assert.DoesNotContain("secret", Text(Design, BundlePaths.Readme), StringComparison.Ordinal);
        Assert.DoesNotContain("--secret", BuildPlanner.Plan(Design, new BuildChoices(), Root).Steps[0].CommandLine, StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_passes_each_secret_from_where_it_is_and_sudo_keeps_its_variable()
    {
        var design = Design.With(Secret("token", "packages"), Secret("key", "scripts", from: "/home/me/my key"), Secret("again", "scripts"));
        const string Passed = "--secret id=token,env=TOKEN --secret 'id=key,src=/home/me/my key' --secret id=again,env=TOKEN --tag";

        var asRoot = BuildPlanner.Plan(design, new BuildChoices(), Root).Steps[0];
        var bySudo = BuildPlanner.Plan(design, new BuildChoices { BuildAsRoot = true }, Root with { Root = RootAccess.Sudo, UserId = 1000, GroupId = 1000 });

        Assert.StartsWith("podman build ", asRoot.CommandLine, StringComparison.Ordinal);
        Assert.Contains(Passed, asRoot.CommandLine, StringComparison.Ordinal);
        Assert.StartsWith("sudo -n --preserve-env=TOKEN podman build ", bySudo.Steps[0].CommandLine, StringComparison.Ordinal);
        Assert.True(bySudo.Steps[0] is { IsPodman: true, UsesSudo: true });
        Assert.All(bySudo.Steps.Skip(1), step => Assert.DoesNotContain("--preserve-env", step.CommandLine, StringComparison.Ordinal));
    }

    [Fact]
    public void The_bundle_names_the_command_and_what_whoever_builds_must_have()
    {
        var secret = Secret("repo-token", "packages", from: "/home/me/my key") with { Purpose = "the | company's repository" };
        var design = Design.With(secret, Secret("token", "scripts"));

        foreach (var document in new[] { BundlePaths.Readme, BundlePaths.BuildGuide })
        {
            var text = Text(design, document);
            Assert.Contains("sudo --preserve-env=TOKEN podman build --secret 'id=repo-token,src=/home/me/my key' --secret id=token,env=TOKEN --tag ", text, StringComparison.Ordinal);
            Assert.Contains("| `token` | the build | the variable TOKEN | the repository's secret `TOKEN` |", text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("| `repo-token` | the \\| company's repository | the file /home/me/my key | the repository's secret `REPO_TOKEN` |", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_workflow_takes_each_from_the_repositorys_secrets_and_ends_where_one_is_not_set()
    {
        var design = Design.With(
            Secret("repo-token", "packages", from: "/home/me/token"), Secret("repo_token", "scripts", from: "/home/me/other"),
            Secret("tag", "scripts", from: "TAG"), Secret("2fa", "scripts", from: "/home/me/2fa"), Secret("token", "scripts", from: "GITHUB_TOKEN"), Secret("same", "scripts", from: "GITHUB_TOKEN"));
        var text = Text(design, BundlePaths.Workflow);

        Assert.Contains("          REPO_TOKEN: ${{ secrets.REPO_TOKEN }}\n          REPO_TOKEN_FILE: ${{ secrets.REPO_TOKEN_FILE }}\n          BUILD_TAG: ${{ secrets.BUILD_TAG }}\n          BUILD_2FA: ${{ secrets.BUILD_2FA }}\n          BUILD_GITHUB_TOKEN: ${{ secrets.BUILD_GITHUB_TOKEN }}\n        run: |\n", text, StringComparison.Ordinal);
        Assert.Contains("          : \"${BUILD_TAG:?is not set among the secrets of the repository}\"\n", text, StringComparison.Ordinal);
        Assert.Contains("          sudo --preserve-env=REPO_TOKEN,REPO_TOKEN_FILE,BUILD_TAG,BUILD_2FA,BUILD_GITHUB_TOKEN podman build --secret id=repo-token,env=REPO_TOKEN --secret id=repo_token,env=REPO_TOKEN_FILE --secret id=tag,env=BUILD_TAG --secret id=2fa,env=BUILD_2FA --secret id=token,env=BUILD_GITHUB_TOKEN --secret id=same,env=BUILD_GITHUB_TOKEN --pull=newer --tag \"$IMAGE:$TAG\" .\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/home/me", text, StringComparison.Ordinal);
    }

    /// <summary>The instructions of the Containerfile, each with its continued lines.</summary>
    private static List<string> Instructions(ImageDesign design)
    {
        List<string> instructions = [""];
        foreach (var line in Compiled.Of(design).Document(BundlePaths.Containerfile).Lines.Select(line => line.Text).Where(text => !text.StartsWith('#')))
        {
            instructions[^1] += (instructions[^1].Length == 0 ? "" : "\n") + line;
            if (!line.EndsWith('\\'))
            {
                instructions.Add("");
            }
        }

        return instructions;
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).Document(path).Text;
}
