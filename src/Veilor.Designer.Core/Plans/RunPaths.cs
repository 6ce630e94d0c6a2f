namespace Veilor.Designer.Core.Plans;

/// <summary>Where the files of a run are, as its steps name them: relative to the bundle, in which they run.</summary>
public static class RunPaths
{
    /// <summary>The folder for everything that a run makes. It is beside the bundle, which stays byte for byte the export.</summary>
    public const string Artifacts = "../artifacts";

    public const string ArtifactsFolder = "artifacts";

    /// <summary>The image on its way from the user's storage to root's.</summary>
    public const string Archive = "../image.oci.tar";

    public const string ImageInspection = "image.json";

    public const string PackageList = "packages.tsv";

    public const string PushedDigest = "pushed-digest";

    public const string Manifest = "manifest.json";

    public const string Sbom = "sbom.spdx.json";

    public const string Checksums = "SHA256SUMS";

    public const string Lint = "lint.json";

    public const string Smoke = "smoke.json";

    /// <summary>What the reports of booted disks and ISOs are called: the step's id stands between.</summary>
    public const string BootReportStart = "boot-";

    public const string BootReportEnd = ".json";

    /// <summary>What stands in a command for the disk that the build makes: the builders choose its name.</summary>
    public const string MadeFile = Artifacts + "/FILE-OF-THIS-BUILD";

    /// <summary>What stands in a command for a digest that is known only when the image was pushed.</summary>
    public const string DigestPlaceholder = "sha256:DIGEST-OF-THE-PUSH";
}
