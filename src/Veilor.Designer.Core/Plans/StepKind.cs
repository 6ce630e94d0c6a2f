namespace Veilor.Designer.Core.Plans;

/// <summary>What a step is for, which decides how its output is read.</summary>
public enum StepKind
{
    /// <summary>Its exit status is all that counts.</summary>
    Plain,

    /// <summary>Builds the container image.</summary>
    Build,

    /// <summary>Runs bootc's lint in the image.</summary>
    Lint,

    /// <summary>Runs the assertions made from the design in the image.</summary>
    Smoke,

    /// <summary>Makes a disk image or an ISO.</summary>
    Artifact,

    /// <summary>Lists the packages of the image; with the results of all steps before it, the manifest and the SBOM are made.</summary>
    Manifest,

    /// <summary>Puts the image into the registry.</summary>
    Push,

    /// <summary>Boots a disk or an ISO in a virtual machine and watches its serial console.</summary>
    Boot,
}
