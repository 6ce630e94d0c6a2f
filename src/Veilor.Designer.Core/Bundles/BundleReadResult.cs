using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Bundles;

/// <summary>What came out of an archive: its files, or why it was refused. A refused archive gives no files at all.</summary>
public sealed class BundleReadResult
{
    private BundleReadResult(IReadOnlyList<BundleEntry>? entries, string error)
    {
        Entries = entries;
        Error = error;
    }

    /// <summary>The files in ordinal order of their paths, held in memory; null when refused.</summary>
    public IReadOnlyList<BundleEntry>? Entries { get; }

    /// <summary>Why the archive was refused, in a sentence; empty when it was read.</summary>
    public string Error { get; }

    [MemberNotNullWhen(true, nameof(Entries))]
    public bool IsSuccess => Entries is not null;

    internal static BundleReadResult Success(IReadOnlyList<BundleEntry> entries) => new(entries, "");

    internal static BundleReadResult Refused(string error) => new(null, error);
}
