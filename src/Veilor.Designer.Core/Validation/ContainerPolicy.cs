using System.Text.Json;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>The container policy that the overlay brings (containers-policy.json(5)).</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Default">The types of requirements for what no scope names; empty when the file cannot be read as JSON.</param>
internal sealed record ContainerPolicy(string Text, IReadOnlyList<string> Default)
{
    /// <summary>The path in the image, without a leading slash.</summary>
    public const string Path = "etc/containers/policy.json";

    /// <summary>The vendors whose bases bring containers-common's own policy, which accepts anything.</summary>
    private static readonly string[] Vendors = ["quay.io/fedora/", "quay.io/centos-bootc/", "quay.io/almalinuxorg/"];

    public bool AcceptsAnything => Default.Contains("insecureAcceptAnything", StringComparer.Ordinal);

    public bool Rejects => Default.Contains("reject", StringComparer.Ordinal);

    /// <summary>The policy, or null when the overlay brings none.</summary>
    public static ContainerPolicy? Of(DesignContent content) =>
        content.Find(DesignContent.OverlayFolder + Path)?.ReadableText() is { } text ? new ContainerPolicy(text, Types(text)) : null;

    /// <summary>
    /// True when the image's policy accepts anything by default: that of the overlay does, or nothing brings one, and the
    /// base is of a vendor that ships containers-common's own.
    /// </summary>
    public static bool IsOpen(RuleInput input) =>
        Of(input.Content) is { } policy
            ? policy.AcceptsAnything
            : Array.Exists(Vendors, vendor => input.Design.Image.Base.ToString().StartsWith(vendor, StringComparison.Ordinal))
                && !BuildCommands.Of(input).Any(MayBring);

    /// <summary>True for a command that names a policy, or that copies a whole tree in which one may be.</summary>
    private static bool MayBring(BuildCommand command) =>
        command.Text.Contains("policy.json", StringComparison.Ordinal)
        || (command.Program is "COPY" or "ADD" or "cp" or "rsync" or "tar" && command.Words[^1].TrimEnd('/') is "" or "/etc" or "/etc/containers");

    private static List<string> Types(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("default", out var requirements) && requirements.ValueKind == JsonValueKind.Array
                ? [.. requirements.EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Object && each.TryGetProperty("type", out var type) ? type.ToString() : "")]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
