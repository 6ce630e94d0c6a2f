using System.Text.Json;
using Veilor.Designer.Core.Manifests;

namespace Veilor.Designer.Core.Tests.Manifests;

public sealed class ManifestTests
{
    private const string List =
        "bash\t0\t5.3\t1\tx86_64\t1000\tGPL-3.0-or-later\tFedora Project\tbash-5.3-1.src.rpm\n" +
        "gpg-pubkey\t0\t1\t1\t(none)\t0\tpubkey\t(none)\t(none)\n" +
        "audit\t1\t4.0\t2\tnoarch\t20\t(none)\t(none)\t(none)\nbroken line\n";

    private static BuildManifest Manifest => new(
        new BuiltImage("localhost/x:1", new string('a', 64), "sha256:" + new string('b', 64), "amd64", 5, IsBootable: true),
        "x 1", "", "quay.io/base:1", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), [new ToolVersion("podman", "5.0")],
        [.. InstalledPackage.ReadList(List)], [new BuiltFile("qcow2/disk.qcow2", 3, new string('c', 64))]);

    [Fact]
    public void The_package_list_is_read_by_name_without_keys()
    {
        var packages = InstalledPackage.ReadList(List);
        Assert.Equal(["audit", "bash"], packages.Select(package => package.Name), StringComparer.Ordinal);
        Assert.Equal(("1:4.0-2", ""), (packages[0].FullVersion, packages[0].License));
    }

    [Fact]
    public void Podmans_description_of_the_image_is_read()
    {
        var image = BuiltImage.Read("""[{"Id":"1","Digest":"sha256:2","Architecture":"arm64","Size":7,"Labels":{"containers.bootc":"1"}}]""", "x:1");
        Assert.Equal(new BuiltImage("x:1", "1", "sha256:2", "arm64", 7, IsBootable: true), image);
        Assert.False(BuiltImage.Read("""[{"Id":"1","Labels":null}]""", "x:1").IsBootable);
        Assert.Throws<JsonException>(() => BuiltImage.Read("[]", "x:1"));
    }

    [Fact]
    public void The_manifest_names_image_files_tools_and_packages()
    {
        using var json = JsonDocument.Parse(Manifest.ToJson());
        Assert.Equal(1020, json.RootElement.GetProperty("installedSize").GetInt64());
        Assert.Equal("qcow2/disk.qcow2", json.RootElement.GetProperty("files")[0].GetProperty("path").GetString());
        Assert.Equal("1:4.0-2", json.RootElement.GetProperty("packages")[0].GetProperty("fullVersion").GetString());
    }

    /// <summary>JSON has other words than the tag form of the same document: schemas/spdx-schema.json of spdx/spdx-spec, v2.3.</summary>
    [Fact]
    public void The_sbom_uses_the_words_of_the_json_schema()
    {
        string[] purposes = ["OTHER", "INSTALL", "ARCHIVE", "FIRMWARE", "APPLICATION", "FRAMEWORK", "LIBRARY", "CONTAINER", "SOURCE", "DEVICE", "OPERATING_SYSTEM", "FILE"];
        string[] categories = ["OTHER", "PERSISTENT-ID", "SECURITY", "PACKAGE-MANAGER"];
        using var json = JsonDocument.Parse(SpdxDocument.Write(Manifest, "veilor-designer-1.0", "fedora"));
        var packages = json.RootElement.GetProperty("packages").EnumerateArray().ToList();
        Assert.Contains(packages[0].GetProperty("primaryPackagePurpose").GetString()!, purposes, StringComparer.Ordinal);
        Assert.All(
            packages.Skip(1).SelectMany(package => package.GetProperty("externalRefs").EnumerateArray()),
            reference => Assert.Contains(reference.GetProperty("referenceCategory").GetString()!, categories, StringComparer.Ordinal));
    }

    [Fact]
    public void The_sbom_declares_every_licence_tag_it_refers_to()
    {
        using var json = JsonDocument.Parse(SpdxDocument.Write(Manifest, "veilor-designer-1.0", "fedora"));
        var root = json.RootElement;
        var declared = root.GetProperty("hasExtractedLicensingInfos").EnumerateArray().Select(info => info.GetProperty("licenseId").GetString()).ToList();
        var used = root.GetProperty("packages").EnumerateArray().Select(package => package.GetProperty("licenseDeclared").GetString())
            .Where(license => license != "NOASSERTION").Distinct(StringComparer.Ordinal);
        Assert.Equal(declared, used, StringComparer.Ordinal);
        Assert.Equal("2030-01-02T03:04:05Z", root.GetProperty("creationInfo").GetProperty("created").GetString());
        Assert.Equal("pkg:rpm/fedora/audit@4.0-2?arch=noarch&epoch=1", root.GetProperty("packages")[1].GetProperty("externalRefs")[0].GetProperty("referenceLocator").GetString());
        Assert.All(
            root.GetProperty("packages").EnumerateArray().Select(package => package.GetProperty("SPDXID").GetString()!),
            id => Assert.Matches("^SPDXRef-[A-Za-z0-9.-]+$", id));
    }
}
