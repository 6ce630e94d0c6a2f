using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>Sizes of files, and how they are written.</summary>
public static class FileSize
{
    private static readonly ConditionalWeakTable<DesignDocument, StrongBox<long>> Known = [];

    /// <summary>The size of a generated document in bytes; counted once.</summary>
    public static long Of(DesignDocument document) =>
        Known.GetValue(document, static each => new StrongBox<long>(Encoding.UTF8.GetByteCount(each.Text))).Value;

    /// <summary>A size in words: <c>812 B</c>, <c>4.2 KiB</c>, <c>1.5 MiB</c>.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MiB"),
    };
}
