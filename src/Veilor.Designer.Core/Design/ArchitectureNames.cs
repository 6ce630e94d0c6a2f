namespace Veilor.Designer.Core.Design;

/// <summary>The names an architecture goes by. kargs.d and rpm use one, container tools another.</summary>
public static class ArchitectureNames
{
    /// <summary>The name in <c>match-architectures</c> of kargs.d (Rust's names; bootc, bootc_kargs.rs) and in rpm.</summary>
    public static string ToKernelName(this Architecture architecture) => architecture switch
    {
        Architecture.X86_64 => "x86_64",
        Architecture.Aarch64 => "aarch64",
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, message: null),
    };

    /// <summary>The name in <c>podman build --arch</c> and in image indexes (Go's names).</summary>
    public static string ToContainerName(this Architecture architecture) => architecture switch
    {
        Architecture.X86_64 => "amd64",
        Architecture.Aarch64 => "arm64",
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, message: null),
    };
}
