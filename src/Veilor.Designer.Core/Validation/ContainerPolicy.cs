using System.Text.Json;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>The container policy that the overlay brings (containers-policy.json(5)).</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Default">The types of requirements for what no scope names; empty when the file cannot be read as JSON.</param>
internal sealed record ContainerPolicy(string Text, IReadOnlyList<string> Default)
{
    /// <summary>The path in the image, without a leading slash.</summary>
    public const string Path = "etc/containers/policy.json";

    public bool AcceptsAnything => Default.Contains("insecureAcceptAnything", StringComparer.Ordinal);

    public bool Rejects => Default.Contains("reject", StringComparer.Ordinal);

    /// <summary>The policy, or null when the overlay brings none.</summary>
    public static ContainerPolicy? Of(DesignContent content) =>
        content.Find(DesignContent.OverlayFolder + Path)?.ReadableText() is { } text ? new ContainerPolicy(text, Types(text)) : null;

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
