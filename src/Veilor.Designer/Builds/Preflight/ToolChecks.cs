using System.Runtime.InteropServices;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>The programs that a build runs, with their versions and what each is needed for.</summary>
/// <param name="machine">This machine's distribution; null when it is not known.</param>
public sealed class ToolChecks(OsRelease? machine)
{
    private static readonly Tool Podman = new("podman", "every step", "podman", "podman");

    private static readonly Tool UserMap = new("newuidmap", "building without root", "uidmap", "shadow-utils");

    private static readonly Tool Session = new("setsid", "ending a build that is cancelled", "util-linux", "util-linux");

    private static readonly Tool Machine = new(BootCommand.Program, "booting the result", "qemu-system-x86", "qemu-system-x86-core");

    /// <summary>From cosign's own installation page: Debian 12 and Ubuntu 24.04 have no package.</summary>
    private static readonly Tool Cosign = new("cosign", "signing what was pushed", "", "cosign")
    {
        Otherwise = $"curl --location --fail --output cosign https://github.com/sigstore/cosign/releases/latest/download/cosign-linux-{Architecture} && sudo install --mode 0755 cosign /usr/local/bin/cosign",
    };

    private static string Architecture => RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";

    private bool IsDebian => machine is not null && machine.IdLike.Append(machine.Id).Any(id => id is "debian" or "ubuntu");

    /// <summary>Every program that a build or a boot may run.</summary>
    /// <param name="builders">The builders whose installed form counts.</param>
    public static IReadOnlyList<Tool> Known(IEnumerable<BuilderKind> builders) => [Podman, Session, UserMap, .. builders.Select(Builder), Cosign, Machine];

    /// <summary>Looks at every program of a build.</summary>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(ImageDesign? design, BuildChoices choices, BuildHost host, CancellationToken cancellation)
    {
        var makesArtifacts = !choices.ImageTypes.IsEmpty;
        var builder = design?.Outputs.Builder ?? BuilderKind.BootcImageBuilder;
        (Tool Tool, bool IsNeeded)[] tools =
        [
            (Podman, true),
            (Session, true),
            (UserMap, !host.IsRoot && !choices.BuildAsRoot),
            (Builder(builder), makesArtifacts && choices.BuilderForm == BuilderForm.Installed),
            (Cosign, choices.Sign),
            (Machine, choices.Boot),
        ];
        var checks = await Task.WhenAll(tools.Select(tool => ToolAsync(tool.Tool, tool.IsNeeded, cancellation)));
        return [.. checks, .. Key(choices), Root(makesArtifacts, host)];
    }

    /// <summary>Looks at the programs that boot a disk or an ISO.</summary>
    public async Task<IReadOnlyList<PreflightCheck>> RunForBootAsync(CancellationToken cancellation) =>
        await Task.WhenAll(ToolAsync(Session, isNeeded: true, cancellation), ToolAsync(Machine, isNeeded: true, cancellation));

    /// <summary>The commands that install a program here; for a machine that is not known, those of Fedora and Debian.</summary>
    public EquatableArray<string> Install(Tool tool)
    {
        var package = IsDebian ? tool.Debian : tool.Fedora;
        if (machine is not null && package.Length > 0 && machine.InstallCommand(package) is { } command)
        {
            return [command];
        }

        if (IsDebian)
        {
            return tool.Otherwise.Length > 0 ? [tool.Otherwise] : [];
        }

        return
        [
            .. tool.Debian.Length > 0 ? new[] { $"sudo apt-get install -y {tool.Debian}" } : [],
            .. tool.Fedora.Length > 0 ? new[] { $"sudo dnf install -y {tool.Fedora}" } : [],
            .. tool.Otherwise.Length > 0 && (tool.Debian.Length == 0 || tool.Fedora.Length == 0) ? new[] { tool.Otherwise } : [],
        ];
    }

    /// <summary>Fedora packages image-builder; bootc-image-builder is handed out as a container alone, and Debian has neither.</summary>
    public static Tool Builder(BuilderKind builder) =>
        new(BuilderCommand.Program(builder), "disk images and ISOs, without its container", "", builder == BuilderKind.ImageBuilder ? "image-builder" : "")
        {
            Otherwise = $"sudo podman pull {BuilderCommand.ContainerImage(builder)}",
            Hint = "not installed. Where your system has no package of it, run it from its container: choose that on the build page; the command below fetches it",
        };

    private async Task<PreflightCheck> ToolAsync(Tool tool, bool isNeeded, CancellationToken cancellation)
    {
        if (Find(tool.Name) is null)
        {
            return new PreflightCheck("Tools", tool.Name, isNeeded ? CheckState.Blocking : CheckState.Unneeded, tool.Hint, tool.Purpose, Install(tool));
        }

        // newuidmap has no option for its version and only prints how it is used.
        var version = tool.Name == "newuidmap" ? null : await ToolVersions.AskAsync(tool.Name, tool.Name == "cosign" ? ["version", "--json=false"] : ["--version"], cancellation);
        if (version is null && tool.Name == "podman")
        {
            return new PreflightCheck("Tools", tool.Name, CheckState.Blocking, "installed, but it does not start", tool.Purpose, ["podman info"]);
        }

        return new PreflightCheck("Tools", tool.Name, CheckState.Good, version ?? "installed", tool.Purpose, []);
    }

    /// <summary>The last step would find that its key is missing when everything is built and pushed.</summary>
    private static IEnumerable<PreflightCheck> Key(BuildChoices choices) =>
        choices is { Push: true, Sign: true, SigningKey: { Length: > 0 } key } && !File.Exists(key)
            ? [new PreflightCheck("Tools", "Signing key", CheckState.Blocking, $"there is no file {key}", "signing what was pushed", ["cosign generate-key-pair"])]
            : [];

    private static PreflightCheck Root(bool makesArtifacts, BuildHost host) => host.Root switch
    {
        RootAccess.IsRoot => new PreflightCheck("Tools", "Root", CheckState.Good, "this program runs as root", "disk images and ISOs", []),
        RootAccess.Sudo => new PreflightCheck("Tools", "Root", CheckState.Good, "sudo asks for no password", "disk images and ISOs", []),
        _ => new PreflightCheck(
            "Tools", "Root", makesArtifacts ? CheckState.Warning : CheckState.Unneeded,
            "sudo wants a password, which is never asked for here: the commands for root are shown to be run in a terminal", "disk images and ISOs", ["sudo -v"]),
    };

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
