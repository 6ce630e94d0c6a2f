using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Manifests;

/// <summary>
/// What a build made and of what: <c>manifest.json</c>. With it somebody can tell later which design an image came from, what is in it, and
/// whether a file is the one that was built.
/// </summary>
/// <param name="Image">The container image.</param>
/// <param name="Design">The design's name and version.</param>
/// <param name="DesignId">The id of the design's content; empty when it is not known.</param>
/// <param name="Base">The base image as the Containerfile names it.</param>
/// <param name="Created">When the manifest was made.</param>
/// <param name="Tools">The programs that took part.</param>
/// <param name="Packages">Every package of the image.</param>
/// <param name="Files">Every file that the run has made, but the manifest itself and the checksums.</param>
public sealed record BuildManifest(
    BuiltImage Image,
    string Design,
    string DesignId,
    string Base,
    DateTimeOffset Created,
    EquatableArray<ToolVersion> Tools,
    EquatableArray<InstalledPackage> Packages,
    EquatableArray<BuiltFile> Files)
{
    /// <summary>The digest under which the registry has the image; empty when it was not pushed. Compression makes it another than the image's own.</summary>
    public string PushedDigest { get; init; } = "";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Format = 1,
            Image,
            PushedDigest = PushedDigest.Length == 0 ? null : PushedDigest,
            Design = new { Name = Design, ContentId = DesignId.Length == 0 ? null : DesignId },
            Base,
            Created,
            Tools = Tools.ToArray(),
            Files = Files.ToArray(),
            InstalledSize = Packages.Sum(package => package.Size),
            Packages = Packages.ToArray(),
        },
        Form) + "\n";
}
