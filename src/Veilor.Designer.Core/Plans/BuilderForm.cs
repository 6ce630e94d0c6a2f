namespace Veilor.Designer.Core.Plans;

/// <summary>Where the image builder comes from.</summary>
public enum BuilderForm
{
    /// <summary>Its container image, run by podman.</summary>
    Container,

    /// <summary>The program installed on this machine.</summary>
    Installed,
}
