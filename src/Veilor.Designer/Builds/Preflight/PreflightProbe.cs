using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Looks at this machine before a build: tools, storages, space, memory, and the names that must be reached.</summary>
/// <param name="runsFolder">Where runs are laid down.</param>
/// <param name="time">The clock that the end of a base's updates is compared with; null takes the machine's.</param>
public sealed class PreflightProbe(string runsFolder, TimeProvider? time = null)
{
    private const long EnoughMemory = 4L << 30;

    private static readonly TimeSpan LookUpPatience = TimeSpan.FromSeconds(4);

    /// <summary>Looks at everything that the chosen steps need.</summary>
    /// <param name="design">The design; null looks at the machine alone.</param>
    /// <param name="choices">The chosen steps.</param>
    /// <param name="host">How root's rights are to be had.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PreflightReport> RunAsync(ImageDesign? design, BuildChoices choices, BuildHost host, CancellationToken cancellation)
    {
        var machine = MachineFacts.ReadOsRelease();
        var tools = await new ToolChecks(machine).RunAsync(design, choices, host, cancellation);
        var hasPodman = tools.Any(check => check is { Name: "podman", State: CheckState.Good });
        List<PreflightCheck> checks = [.. tools];
        var baseSize = (long?)null;
        if (hasPodman)
        {
            var stores = new StoreChecks(host);
            checks.AddRange(await stores.RunAsync(design, choices, cancellation));
            baseSize = stores.BaseSize;
        }

        if (design is not null && hasPodman)
        {
            checks.AddRange(await SpaceAsync(design, choices, host, baseSize, cancellation));
        }

        var today = DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        if (design is not null && BaseCheck.Of(design, today) is { } check)
        {
            checks.Add(check);
        }

        checks.AddRange(Machine(choices, machine));
        if (design is not null)
        {
            checks.AddRange(await NetworkAsync(design, choices, baseSize is not null, cancellation));
        }

        return new PreflightReport(checks.ToEquatableArray());
    }

    private async Task<IReadOnlyList<PreflightCheck>> SpaceAsync(
        ImageDesign design, BuildChoices choices, BuildHost host, long? baseSize, CancellationToken cancellation)
    {
        var estimate = SpaceEstimate.Of(design, choices, host, baseSize);
        var own = await ToolVersions.AskAsync("podman", ["info", "--format", "{{.Store.GraphRoot}}"], cancellation) ?? host.RootStorage;
        List<PreflightCheck> checks = [Space("Container build", choices.BuildAsRoot ? host.RootStorage : own, estimate.Storage)];
        if (estimate.RootStorage > 0)
        {
            checks.Add(Space("Copy in root's storage", host.RootStorage, estimate.RootStorage));
        }

        if (estimate.Results > 0)
        {
            checks.Add(Space("Disk images and ISOs", runsFolder, estimate.Results));
        }

        return checks;
    }

    private static PreflightCheck Space(string step, string folder, long needed)
    {
        if (FreeBytes(folder) is not { } free)
        {
            return new PreflightCheck("Space", step, CheckState.Warning, $"{folder} cannot be looked at", $"about {Size(needed)}", []);
        }

        var state = free >= needed ? CheckState.Good : free >= needed / 2 ? CheckState.Warning : CheckState.Blocking;
        return new PreflightCheck(
            "Space", step, state, $"{Size(free)} free in {folder}", $"about {Size(needed)}",
            state == CheckState.Good ? [] : ["podman system df", "podman image prune"]);
    }

    private static IEnumerable<PreflightCheck> Machine(BuildChoices choices, OsRelease? machine)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var makesArtifacts = !choices.ImageTypes.IsEmpty;
        yield return new PreflightCheck(
            "Machine", "Memory", memory >= EnoughMemory ? CheckState.Good : makesArtifacts ? CheckState.Warning : CheckState.Unneeded,
            Size(memory), "4 GiB for disk images and ISOs", []);
        yield return Kvm();
        var selinux = File.Exists("/sys/fs/selinux/enforce");
        yield return new PreflightCheck(
            "Machine", "SELinux", CheckState.Good, selinux ? File.ReadAllText("/sys/fs/selinux/enforce").Trim() == "1" ? "enforcing" : "permissive" : "off here",
            "labels of mounted folders; the commands name the label that they need", []);
        if (machine is not null)
        {
            yield return new PreflightCheck("Machine", "System", CheckState.Good, machine.PrettyName, "commands that install what is missing", []);
        }
    }

    /// <summary>Only names that the build contacts anyway are looked up. Behind a proxy the proxy looks them up, so nothing is concluded here.</summary>
    private static async Task<IReadOnlyList<PreflightCheck>> NetworkAsync(
        ImageDesign design, BuildChoices choices, bool hasBase, CancellationToken cancellation)
    {
        var names = NeededNames.Of(design, choices).ToList();
        var hasProxy = new[] { "HTTPS_PROXY", "https_proxy", "ALL_PROXY" }.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
        var found = await Task.WhenAll(names.Select(name => ResolvesAsync(name.Host, cancellation)));
        return
        [
            .. names.Zip(found, (name, resolves) =>
            {
                var isBase = name.Purpose == NeededNames.Base;
                var state = resolves ? CheckState.Good
                    : isBase && hasBase ? CheckState.Unneeded
                    : isBase && !hasProxy ? CheckState.Blocking : CheckState.Warning;
                var text = resolves ? "found" : hasProxy ? "not found here; a proxy is set, which may know it" : "the name cannot be resolved";
                return new PreflightCheck(
                    "Network", name.Host, state, isBase && hasBase && !resolves ? text + "; the base is here already" : text, name.Purpose,
                    state is CheckState.Good or CheckState.Unneeded ? [] : [$"getent hosts {name.Host}"]);
            }),
        ];
    }

    private static async Task<bool> ResolvesAsync(string host, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LookUpPatience);
        try
        {
            return (await Dns.GetHostAddressesAsync(host, patience.Token)).Length > 0;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ArgumentException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static PreflightCheck Kvm()
    {
        const string Device = "/dev/kvm";
        const string Purpose = "booting the result at full speed";
        if (BootMachineProbe.HasKvm())
        {
            return new PreflightCheck("Machine", "KVM", CheckState.Good, Device, Purpose, []);
        }

        if (CanOpen(Device))
        {
            return new PreflightCheck("Machine", "KVM", CheckState.Unneeded, $"{Device} is there, but the processor shows neither VT-x nor AMD-V: QEMU emulates, which is slow", Purpose, []);
        }

        return new PreflightCheck(
            "Machine", "KVM", CheckState.Unneeded, $"{Device} cannot be opened: QEMU emulates, which is slow", Purpose,
            ["sudo modprobe kvm_intel || sudo modprobe kvm_amd", "sudo usermod --append --groups kvm $USER"]);
    }

    private static bool CanOpen(string device)
    {
        try
        {
            using var handle = File.OpenHandle(device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? FreeBytes(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            try
            {
                if (Directory.Exists(at))
                {
                    return new DriveInfo(at).AvailableFreeSpace;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GiB");
}
