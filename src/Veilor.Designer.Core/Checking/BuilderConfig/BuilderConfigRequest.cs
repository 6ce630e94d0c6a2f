using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Checking.BuilderConfig;

/// <summary>A builder config, and how the builder would be called with it.</summary>
public sealed record BuilderConfigRequest
{
    /// <summary>The file's content.</summary>
    public required string Text { get; init; }

    public ConfigFormat Format { get; init; } = ConfigFormat.Toml;

    /// <summary>True when the builder reads the text from standard input; its errors then name <c>-</c> as the file.</summary>
    public bool IsStandardInput { get; init; }

    /// <summary>The values of <c>--type</c>, in order. Empty means the builder's default, <c>qcow2</c>.</summary>
    public EquatableArray<string> Types { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The value of <c>--rootfs</c>; null when it is not given.</summary>
    public string? Rootfs { get; init; }

    public BuilderFrontEnd Builder { get; init; } = BuilderFrontEnd.BootcImageBuilder;

    /// <summary><c>ID</c> in the image's os-release.</summary>
    public string OsId { get; init; } = "fedora";

    /// <summary><c>VERSION_ID</c> in the image's os-release.</summary>
    public string OsVersion { get; init; } = "43";

    /// <summary>The words of <c>ID_LIKE</c> in the image's os-release.</summary>
    public EquatableArray<string> IdLike { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The image that a <c>bootc-installer</c> ISO installs; null when it is not given.</summary>
    public string? PayloadRef { get; init; }

    /// <summary>
    /// True when no <see cref="Rootfs"/> means that the image brings its own default
    /// (<c>/usr/lib/bootc/install/*.toml</c>). False assumes nothing, and the builder then stops.
    /// </summary>
    public bool ImageHasDefaultRootfs { get; init; }

    /// <summary>
    /// Looks at the path of a <c>uri</c> in <c>customizations.files</c>, which the builder takes from the machine that it runs on. Core
    /// knows no file system, so who has one hands this in; null means that nothing is there.
    /// </summary>
    public Func<string, IncludedFileKind>? FindFile { get; init; }

    /// <summary>
    /// True to read text that only TOML 1.1 allows. Parsers differ by builder release, so the checker takes
    /// the common ground, TOML 1.0, unless it is told otherwise.
    /// </summary>
    public bool AllowToml11 { get; init; }
}
