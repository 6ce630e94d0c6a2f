namespace Veilor.Designer.Core.Checking.BuilderConfig;

/// <summary>
/// The two command lines of osbuild's builder. They read the same config and differ in how strict they are:
/// what is a warning in the first is an error in the second.
/// </summary>
public enum BuilderFrontEnd
{
    /// <summary>The classic container, deprecated since June 2026 and still the usual one.</summary>
    BootcImageBuilder,

    /// <summary>Its successor, <c>image-builder build --bootc-ref</c>.</summary>
    ImageBuilder,
}
