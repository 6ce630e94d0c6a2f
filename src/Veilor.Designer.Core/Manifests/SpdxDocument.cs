using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Veilor.Designer.Core.Manifests;

/// <summary>
/// Writes the packages of an image as an SBOM: SPDX 2.3 in JSON (spdx.github.io/spdx-spec/v2.3). rpm's licence tags are free text, so each
/// distinct one is declared as a licence of its own with the tag as its text (section 10.1), which is always valid and loses nothing.
/// </summary>
public static class SpdxDocument
{
    private const string NoAssertion = "NOASSERTION";
    private const string ImageId = "SPDXRef-image";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document's text.</summary>
    /// <param name="manifest">What was built.</param>
    /// <param name="tool">This program with its version, as <c>name-version</c>.</param>
    /// <param name="distribution">The image's distribution for package URLs, as os-release's ID has it: <c>fedora</c>.</param>
    public static string Write(BuildManifest manifest, string tool, string distribution)
    {
        var licenses = manifest.Packages.Select(package => package.License).Where(license => license.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var packages = new JsonArray { Image(manifest) };
        var relationships = new JsonArray { Relationship("SPDXRef-DOCUMENT", "DESCRIBES", ImageId) };
        foreach (var (package, index) in manifest.Packages.Select((package, index) => (package, index)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"SPDXRef-rpm-{index + 1}-{Plain(package.Name)}");
            packages.Add((JsonNode)Package(package, id, distribution));
            relationships.Add((JsonNode)Relationship(ImageId, "CONTAINS", id));
        }

        var document = new JsonObject
        {
            ["spdxVersion"] = "SPDX-2.3",
            ["dataLicense"] = "CC0-1.0",
            ["SPDXID"] = "SPDXRef-DOCUMENT",
            ["name"] = manifest.Image.Reference,
            ["documentNamespace"] = $"https://spdx.org/spdxdocs/{Plain(manifest.Design)}-{Hash(manifest)}",
            ["creationInfo"] = new JsonObject
            {
                ["created"] = manifest.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["creators"] = new JsonArray { $"Tool: {tool}" },
            },
            ["packages"] = packages,
            ["relationships"] = relationships,
        };
        if (licenses.Count > 0)
        {
            document["hasExtractedLicensingInfos"] = new JsonArray([.. licenses.Select(License)]);
        }

        return document.ToJsonString(Form) + "\n";
    }

    private static JsonObject Image(BuildManifest manifest)
    {
        var image = new JsonObject
        {
            ["SPDXID"] = ImageId,
            ["name"] = manifest.Image.Reference,
            ["versionInfo"] = manifest.Image.Digest.Length > 0 ? manifest.Image.Digest : manifest.Image.Id,
            ["primaryPackagePurpose"] = "OPERATING_SYSTEM",
            ["downloadLocation"] = NoAssertion,
            ["filesAnalyzed"] = false,
            ["licenseConcluded"] = NoAssertion,
            ["licenseDeclared"] = NoAssertion,
            ["copyrightText"] = NoAssertion,
        };
        if (manifest.Image.Digest.StartsWith("sha256:", StringComparison.Ordinal))
        {
            image["checksums"] = new JsonArray
            {
                new JsonObject { ["algorithm"] = "SHA256", ["checksumValue"] = manifest.Image.Digest["sha256:".Length..] },
            };
        }

        return image;
    }

    private static JsonObject Package(InstalledPackage package, string id, string distribution)
    {
        var epoch = package.Epoch == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&epoch={package.Epoch}");
        return new JsonObject
        {
            ["SPDXID"] = id,
            ["name"] = package.Name,
            ["versionInfo"] = package.FullVersion,
            ["supplier"] = package.Vendor.Length == 0 ? NoAssertion : $"Organization: {package.Vendor}",
            ["downloadLocation"] = NoAssertion,
            ["filesAnalyzed"] = false,
            ["licenseConcluded"] = NoAssertion,
            ["licenseDeclared"] = package.License.Length == 0 ? NoAssertion : LicenseId(package.License),
            ["copyrightText"] = NoAssertion,
            ["sourceInfo"] = package.SourcePackage.Length == 0 ? "rpm database of the image" : $"built from {package.SourcePackage}",
            ["externalRefs"] = new JsonArray
            {
                new JsonObject
                {
                    ["referenceCategory"] = "PACKAGE-MANAGER",
                    ["referenceType"] = "purl",
                    ["referenceLocator"] = $"pkg:rpm/{Uri.EscapeDataString(distribution)}/{Uri.EscapeDataString(package.Name)}@"
                        + $"{Uri.EscapeDataString($"{package.Version}-{package.Release}")}?arch={Uri.EscapeDataString(package.Architecture)}{epoch}",
                },
            },
        };
    }

    private static JsonObject Relationship(string from, string type, string to) => new()
    {
        ["spdxElementId"] = from,
        ["relationshipType"] = type,
        ["relatedSpdxElement"] = to,
    };

    private static JsonNode License(string tag) => new JsonObject
    {
        ["licenseId"] = LicenseId(tag),
        ["name"] = tag,
        ["extractedText"] = tag,
        ["comment"] = "The licence tag of a package, as it stands in rpm's database.",
    };

    private static string LicenseId(string tag) => "LicenseRef-rpm-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tag)))[..16];

    /// <summary>The namespace must differ for every document, so it is made of what the document is about and when it was made.</summary>
    private static string Hash(BuildManifest manifest) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{manifest.Image.Id}\n{manifest.Created.UtcTicks}"))))[..32];

    /// <summary>An id has letters, digits, dots and hyphens only.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
}
