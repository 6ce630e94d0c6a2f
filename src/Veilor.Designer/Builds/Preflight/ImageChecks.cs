using System.Globalization;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>
/// The images that a build starts from: its base, an installer's container, and the builder's. One that is missing is pulled, unless it is called
/// <c>localhost/…</c>: no registry has that one, and the step that wants it can only fail.
/// </summary>
/// <param name="host">How root's rights are to be had.</param>
public sealed class ImageChecks(BuildHost host)
{
    private const string Group = "Storage";

    /// <summary>The base's size in the storage that is built in; null when it is not there and will be pulled.</summary>
    public long? BaseSize { get; private set; }

    /// <summary>True when the builder's image was looked for and is not there.</summary>
    public bool NeedsBuilder { get; private set; }

    /// <summary>True when the builder's image is there.</summary>
    public bool HasBuilder { get; private set; }

    /// <summary>Looks for the base, and for the builder when a disk or an ISO is to be made by its container.</summary>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(ImageDesign design, BuildChoices choices, CancellationToken cancellation)
    {
        var reference = design.BaseReference().ToString();
        var inRoot = choices.BuildAsRoot && host.Root == RootAccess.Sudo;
        BaseSize = await SizeAsync(reference, inRoot, cancellation);
        List<PreflightCheck> checks = [await CheckAsync(reference, BaseSize, inRoot, "the base of the image", cancellation)];
        if (choices.ImageTypes.Select(design.InstallerOf).OfType<ImageReference>().FirstOrDefault()?.ToString() is { } installer && host.Root != RootAccess.Terminal)
        {
            checks.Add(await CheckAsync(installer, await SizeAsync(installer, !host.IsRoot, cancellation), !host.IsRoot, "the container that the ISO is made of", cancellation));
        }

        if (choices.ImageTypes.IsEmpty || choices.BuilderForm != BuilderForm.Container)
        {
            return checks;
        }

        var builder = BuilderCommand.ContainerImage(design.Outputs.Builder);
        if (host.Root == RootAccess.Terminal)
        {
            checks.Add(new PreflightCheck(
                Group, builder, CheckState.Warning, $"root's storage cannot be looked at; where it is missing it is pulled, {About}", Purpose, [Pull(builder, isRoots: true)]));
            return checks;
        }

        var size = await SizeAsync(builder, !host.IsRoot, cancellation);
        (HasBuilder, NeedsBuilder) = (size is not null, size is null);
        checks.Add(await CheckAsync(builder, size, !host.IsRoot, Purpose, cancellation));
        return checks;
    }

    private const string Purpose = NeededNames.Builder;

    private static string About => string.Create(CultureInfo.InvariantCulture, $"which counts as {SpaceCheck.Size(SpaceEstimate.UnknownBuilder)} here");

    private async Task<PreflightCheck> CheckAsync(string reference, long? size, bool isSudos, string purpose, CancellationToken cancellation)
    {
        // A person's terminal is not root's, though this program may be.
        var isRoots = isSudos || host.IsRoot;
        var storage = isRoots ? "root's" : "your";
        if (size is { } known)
        {
            return new PreflightCheck(Group, reference, CheckState.Good, $"in {storage} storage, {SpaceCheck.Size(known)}", purpose, []);
        }

        if (!reference.StartsWith("localhost/", StringComparison.Ordinal))
        {
            var much = purpose == Purpose ? $", {About}" : "";
            return new PreflightCheck(Group, reference, CheckState.Warning, $"not in {storage} storage: the build pulls it{much}", purpose, [Pull(reference, isRoots)]);
        }

        // What catches newcomers: it was built or pulled, but into the other storage.
        var isInOther = host.Root == RootAccess.Sudo && await SizeAsync(reference, !isSudos, cancellation) is not null;
        var quoted = ShellCommandLine.Quote(reference);
        return isInOther
            ? new PreflightCheck(
                Group, reference, CheckState.Blocking, $"in {(isSudos ? "your" : "root's")} storage, and this build looks in {storage}", purpose, [$"{Podman(!isRoots)} save {quoted} | {Podman(isRoots)} load"])
            : new PreflightCheck(
                Group, reference, CheckState.Blocking, $"not in {storage} storage, and no registry has an image of that name: it must be built or tagged here first", purpose,
                [$"{Podman(isRoots)} images", $"{Podman(isRoots)} tag IMAGE {quoted}", $"{Podman(isRoots)} build --tag {quoted} FOLDER"]);
    }

    private static string Pull(string reference, bool isRoots) => $"{Podman(isRoots)} pull {ShellCommandLine.Quote(reference)}";

    private static string Podman(bool isRoots) => isRoots ? "sudo podman" : "podman";

    private static async Task<long?> SizeAsync(string reference, bool isSudos, CancellationToken cancellation)
    {
        var size = await ToolVersions.AskAsync(
            isSudos ? "sudo" : "podman", [.. isSudos ? new[] { "-n", "podman" } : [], "image", "inspect", "--format", "{{.Size}}", reference], cancellation);
        return long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
    }
}
