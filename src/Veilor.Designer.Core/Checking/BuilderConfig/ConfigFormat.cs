namespace Veilor.Designer.Core.Checking.BuilderConfig;

/// <summary>The two notations a builder config may be written in. The builders tell them apart by the file's extension.</summary>
public enum ConfigFormat
{
    /// <summary>A file named <c>.toml</c>.</summary>
    Toml,

    /// <summary>A file named <c>.json</c>, or standard input.</summary>
    Json,
}
