namespace Veilor.Designer.Core.Design;

/// <summary>A processor architecture that an image is built for.</summary>
public enum Architecture
{
    /// <summary>64-bit x86: <c>x86_64</c> in kargs.d, <c>amd64</c> for podman.</summary>
    X86_64,

    /// <summary>64-bit Arm: <c>aarch64</c> in kargs.d, <c>arm64</c> for podman.</summary>
    Aarch64,
}
