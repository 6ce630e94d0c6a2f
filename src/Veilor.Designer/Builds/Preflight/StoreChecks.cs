using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>
/// The image storages: one's own and root's. They share nothing, which catches newcomers: an image built without root is not where the builder
/// looks for it.
/// </summary>
/// <param name="host">How root's rights are to be had.</param>
internal sealed class StoreChecks(BuildHost host)
{
    private const string Group = "Storage";

    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(BuildChoices choices, CancellationToken cancellation)
    {
        List<PreflightCheck> checks = [];
        if (!host.IsRoot)
        {
            checks.Add(await StoreAsync("Your storage", "podman", [], "building without root", cancellation));
        }

        if (host.Root == RootAccess.Terminal)
        {
            checks.Add(new PreflightCheck(
                Group, "Root's storage", choices.ImageTypes.IsEmpty ? CheckState.Unneeded : CheckState.Warning,
                "cannot be looked at without root", "disk images and ISOs: the image is copied there", ["sudo podman images"]));
        }
        else
        {
            checks.Add(await StoreAsync(
                "Root's storage", host.IsRoot ? "podman" : "sudo", host.IsRoot ? [] : ["-n", "podman"],
                "disk images and ISOs: the builder reads this one alone", cancellation));
        }

        return checks;
    }

    private static async Task<PreflightCheck> StoreAsync(string name, string program, string[] arguments, string purpose, CancellationToken cancellation)
    {
        var found = await ToolVersions.AskAsync(program, [.. arguments, "info", "--format", "{{.Store.GraphRoot}}, {{.Store.GraphDriverName}}"], cancellation);
        return found is null
            ? new PreflightCheck(Group, name, CheckState.Warning, "podman does not describe it", purpose, ["podman info", "podman system migrate"])
            : found.EndsWith("overlay", StringComparison.Ordinal) || name != "Root's storage"
                ? new PreflightCheck(Group, name, CheckState.Good, found, purpose, [])
                : new PreflightCheck(Group, name, CheckState.Warning, $"{found}: the builder reads the overlay driver only", purpose, ["sudo podman info"]);
    }
}
