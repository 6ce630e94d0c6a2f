namespace Veilor.Designer.Core.Checking.BuilderConfig;

/// <summary>What stands at a path that a config takes a file from.</summary>
public enum IncludedFileKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A file, or a link to one.</summary>
    RegularFile,

    /// <summary>A folder, a device or the like.</summary>
    Other,
}
