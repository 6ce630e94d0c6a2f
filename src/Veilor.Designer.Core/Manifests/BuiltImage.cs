using System.Text.Json;

namespace Veilor.Designer.Core.Manifests;

/// <summary>The container image that a build made, as <c>podman image inspect</c> describes it.</summary>
/// <param name="Reference">The name it was built under.</param>
/// <param name="Id">The image's id: the SHA-256 of its config.</param>
/// <param name="Digest">The digest of its manifest; pushing with another compression makes another one.</param>
/// <param name="Architecture">The architecture, as containers name it.</param>
/// <param name="Size">Bytes, as podman counts them.</param>
/// <param name="IsBootable">True when it carries the label <c>containers.bootc=1</c>.</param>
public sealed record BuiltImage(string Reference, string Id, string Digest, string Architecture, long Size, bool IsBootable)
{
    /// <summary>Reads the output of <c>podman image inspect</c> for one image.</summary>
    /// <param name="json">An array with one object.</param>
    /// <param name="reference">The name it was built under.</param>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static BuiltImage Read(string json, string reference)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement is not { ValueKind: JsonValueKind.Array } images || images.GetArrayLength() == 0)
        {
            throw new JsonException("podman described no image.");
        }

        var image = images[0];
        var isBootable = image.TryGetProperty("Labels", out var labels) && labels.ValueKind == JsonValueKind.Object
            && labels.TryGetProperty("containers.bootc", out var label) && label.GetString() == "1";
        return new BuiltImage(
            reference,
            Text("Id"),
            Text("Digest"),
            Text("Architecture"),
            image.TryGetProperty("Size", out var size) && size.TryGetInt64(out var bytes) ? bytes : 0,
            isBootable);

        string Text(string name) => image.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }
}
