using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>The programs that a build runs, with their versions and what each is needed for.</summary>
/// <param name="machine">This machine's distribution; null when it is not known.</param>
internal sealed class ToolChecks(OsRelease? machine)
{
    /// <summary>Looks at every program.</summary>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(ImageDesign? design, BuildChoices choices, BuildHost host, CancellationToken cancellation)
    {
        var makesArtifacts = !choices.ImageTypes.IsEmpty;
        var builder = BuilderCommand.Program(design?.Outputs.Builder ?? BuilderKind.BootcImageBuilder);
        var usesInstalled = makesArtifacts && choices.BuilderForm == BuilderForm.Installed;
        (string Name, bool IsNeeded, string For, string Debian, string Fedora)[] tools =
        [
            ("podman", true, "every step", "podman", "podman"),
            ("setsid", true, "ending a build that is cancelled", "util-linux", "util-linux"),
            ("newuidmap", !host.IsRoot && !choices.BuildAsRoot, "building without root", "uidmap", "shadow-utils"),
            (builder, usesInstalled, "disk images and ISOs, without its container", "", "image-builder"),
            ("cosign", choices.Sign, "signing what was pushed", "", "cosign"),
            ("qemu-system-x86_64", choices.Boot, "booting the result", "qemu-system-x86", "qemu-system-x86-core"),
        ];
        var checks = await Task.WhenAll(tools.Select(tool => ToolAsync(tool.Name, tool.IsNeeded, tool.For, tool.Debian, tool.Fedora, cancellation)));
        return [.. checks, Root(makesArtifacts, host)];
    }

    private async Task<PreflightCheck> ToolAsync(string name, bool isNeeded, string purpose, string debian, string fedora, CancellationToken cancellation)
    {
        if (Find(name) is null)
        {
            return new PreflightCheck(
                "Tools", name, isNeeded ? CheckState.Blocking : CheckState.Unneeded, "not installed", purpose, Install(debian, fedora));
        }

        // newuidmap has no option for its version and only prints how it is used.
        var version = name == "newuidmap" ? null : await ToolVersions.AskAsync(name, name == "cosign" ? ["version", "--json=false"] : ["--version"], cancellation);
        if (version is null && name == "podman")
        {
            return new PreflightCheck("Tools", name, CheckState.Blocking, "installed, but it does not start", purpose, ["podman info"]);
        }

        return new PreflightCheck("Tools", name, CheckState.Good, version ?? "installed", purpose, []);
    }

    private static PreflightCheck Root(bool makesArtifacts, BuildHost host) => host.Root switch
    {
        RootAccess.IsRoot => new PreflightCheck("Tools", "Root", CheckState.Good, "this program runs as root", "disk images and ISOs", []),
        RootAccess.Sudo => new PreflightCheck("Tools", "Root", CheckState.Good, "sudo asks for no password", "disk images and ISOs", []),
        _ => new PreflightCheck(
            "Tools", "Root", makesArtifacts ? CheckState.Warning : CheckState.Unneeded,
            "sudo wants a password, which is never asked for here: the commands for root are shown to be run in a terminal", "disk images and ISOs", ["sudo -v"]),
    };

    private EquatableArray<string> Install(string debian, string fedora)
    {
        var isDebian = machine is not null && machine.IdLike.Append(machine.Id).Any(id => id is "debian" or "ubuntu");
        if ((isDebian ? debian : fedora) is { Length: > 0 } package && machine?.InstallCommand(package) is { } command)
        {
            return [command];
        }

        EquatableArray<string> both =
        [
            .. debian.Length > 0 ? new[] { $"sudo apt-get install -y {debian}" } : [],
            .. fedora.Length > 0 ? new[] { $"sudo dnf install -y {fedora}" } : [],
        ];
        return isDebian && debian.Length == 0 ? [] : both;
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
