using System.Runtime.InteropServices;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Finds out how root's rights are to be had. It never asks for a password: <c>sudo -n</c> fails where one is wanted.</summary>
public sealed class RootProbe
{
    /// <summary>Looks anew each time, since a login to sudo ends after a while.</summary>
    public static async Task<BuildHost> ProbeAsync(CancellationToken cancellation) =>
        await RootAsync(cancellation) with { Machine = BootMachineProbe.Probe() };

    private static async Task<BuildHost> RootAsync(CancellationToken cancellation)
    {
        var (user, group) = (EffectiveUser(), EffectiveGroup());
        if (user == 0)
        {
            return new BuildHost(RootAccess.IsRoot, await StorageAsync("podman", [], cancellation), user, group);
        }

        return await ToolVersions.SucceedsAsync("sudo", ["-n", "true"], cancellation)
            ? new BuildHost(RootAccess.Sudo, await StorageAsync("sudo", ["-n", "podman"], cancellation), user, group)
            : new BuildHost(RootAccess.Terminal, BuildHost.DefaultRootStorage, user, group);
    }

    private static async Task<string> StorageAsync(string program, string[] arguments, CancellationToken cancellation) =>
        await ToolVersions.AskAsync(program, [.. arguments, "info", "--format", "{{.Store.GraphRoot}}"], cancellation) is { Length: > 0 } folder
            ? folder
            : BuildHost.DefaultRootStorage;

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "getegid")]
    private static extern uint EffectiveGroup();
}
