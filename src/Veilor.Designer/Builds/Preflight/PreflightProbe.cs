using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Looks at this machine before a build or a boot: tools, storages, space, memory, and the names that must be reached.</summary>
/// <param name="runsFolder">Where runs are laid down.</param>
/// <param name="time">The clock that the end of a base's updates is compared with; null takes the machine's.</param>
public sealed class PreflightProbe(string runsFolder, TimeProvider? time = null)
{
    /// <summary>Looks at everything that the chosen steps need.</summary>
    /// <param name="design">The design; null looks at the machine alone.</param>
    /// <param name="choices">The chosen steps.</param>
    /// <param name="host">How root's rights are to be had.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PreflightReport> RunAsync(ImageDesign? design, BuildChoices choices, BuildHost host, CancellationToken cancellation)
    {
        var machine = MachineFacts.ReadOsRelease();
        List<PreflightCheck> checks = [.. await new ToolChecks(machine).RunAsync(design, choices, host, cancellation)];
        ImageChecks? images = null;
        if (checks.Exists(check => check is { Name: "podman", State: CheckState.Good }))
        {
            checks.AddRange(await new StoreChecks(host).RunAsync(choices, cancellation));
            if (design is not null)
            {
                images = new ImageChecks(host);
                checks.AddRange(await images.RunAsync(design, choices, cancellation));
                checks.AddRange(await new SpaceChecks(runsFolder).RunAsync(design, choices, host, images, cancellation));
            }
        }

        if (design is not null)
        {
            checks.AddRange(await new SecretChecks(host).RunAsync(design, choices, cancellation));
        }

        var today = DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        if (design is not null && BaseCheck.Of(design, today) is { } check)
        {
            checks.Add(check);
        }

        checks.AddRange(await Machine(machine).RunAsync(!choices.ImageTypes.IsEmpty, cancellation));
        if (design is not null)
        {
            checks.AddRange(await new NetworkChecks(images).RunAsync(design, choices, cancellation));
        }

        return new PreflightReport(checks.ToEquatableArray());
    }

    /// <summary>Looks at everything that booting a file needs.</summary>
    /// <param name="file">A disk or an ISO.</param>
    /// <param name="host">The machine.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PreflightReport> RunForBootAsync(string file, BuildHost host, CancellationToken cancellation)
    {
        var memory = (long)host.Machine.MemoryMiB << 20;
        return new PreflightReport(
        [
            .. await new ToolChecks(MachineFacts.ReadOsRelease()).RunForBootAsync(cancellation),
            FileCheck(file),
            Machine(MachineFacts.ReadOsRelease()).Memory(memory, isNeeded: true, $"{SpaceCheck.Size(memory)} for the virtual machine"),
            MachineChecks.Kvm(),
        ]);
    }

    private static MachineChecks Machine(OsRelease? machine) =>
        new(machine, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, MountedFileSystem.Of("/")?.Type);

    private static PreflightCheck FileCheck(string file)
    {
        const string Purpose = "what is booted";
        var quoted = ShellCommandLine.Quote(file);
        try
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new PreflightCheck("Disk or ISO", Path.GetFileName(file), CheckState.Good, SpaceCheck.Size(RandomAccess.GetLength(handle)), Purpose, []);
        }
        catch (UnauthorizedAccessException)
        {
            return new PreflightCheck("Disk or ISO", Path.GetFileName(file), CheckState.Blocking, "may not be read", Purpose, [$"sudo chown $USER {quoted}"]);
        }
        catch (IOException)
        {
            return new PreflightCheck("Disk or ISO", Path.GetFileName(file), CheckState.Blocking, "is not there", Purpose, [$"ls -l {quoted}"]);
        }
    }
}
