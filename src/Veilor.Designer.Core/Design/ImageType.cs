namespace Veilor.Designer.Core.Design;

/// <summary>What the builder makes of the container image.</summary>
public enum ImageType
{
    AnacondaIso,
    BootcInstaller,
    Qcow2,
    Raw,
    Vmdk,
    Vhd,
    Gce,
    Ova,
    Ami,
    PxeTarXz,
    Oci,
    BootcGenericIso,
}
