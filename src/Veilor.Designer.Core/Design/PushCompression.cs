namespace Veilor.Designer.Core.Design;

/// <summary>How the layers of a pushed image are compressed (podman-push(1), --compression-format).</summary>
public enum PushCompression
{
    /// <summary>Smaller and faster to unpack than gzip.</summary>
    Zstd,

    /// <summary>What every registry and every old client reads.</summary>
    Gzip,

    /// <summary>zstd in pieces: clients that know it fetch only the files that changed.</summary>
    ZstdChunked,
}
