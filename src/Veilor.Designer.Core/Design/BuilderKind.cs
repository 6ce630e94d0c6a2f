namespace Veilor.Designer.Core.Design;

/// <summary>The program that makes disk images and ISOs.</summary>
public enum BuilderKind
{
    /// <summary>bootc-image-builder: warns of a setting it does not honour, or drops it silently.</summary>
    BootcImageBuilder,

    /// <summary>image-builder, its successor: refuses what it does not honour.</summary>
    ImageBuilder,
}
