using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>A file of the bundle: generated, or copied as it is. Exactly one of both is there.</summary>
/// <param name="Path">Its path in the bundle.</param>
/// <param name="Generated">The generated document.</param>
/// <param name="Copied">The file of the design folder.</param>
public readonly record struct BundleFile(string Path, DesignDocument? Generated, ContentFile? Copied)
{
    /// <summary>Size in bytes.</summary>
    public long Size => Generated is { } document ? FileSize.Of(document) : Copied?.Length ?? 0;

    public bool IsExecutable => Generated?.IsExecutable ?? Copied?.IsExecutable ?? false;

    /// <summary>The text to show; null for a file that is none.</summary>
    public DesignDocument? Text => Generated ?? (Copied is { } file ? ContentDocuments.Of(file) : null);

    /// <summary>The file with this path; null when the bundle has none.</summary>
    public static BundleFile? Find(CompiledDesign compiled, string path) =>
        compiled.FindDocument(path) is { } document ? new BundleFile(path, document, null)
        : compiled.Content.Find(path) is { } file ? new BundleFile(path, null, file)
        : null;

    /// <summary>All files, generated ones first.</summary>
    public static IEnumerable<BundleFile> All(CompiledDesign compiled) =>
        compiled.Documents.Select(document => new BundleFile(document.Path, document, null))
            .Concat(compiled.Content.Files.Select(file => new BundleFile(file.Path, null, file)));

    /// <summary>True when both hold the same bytes. Files of the same length are read once to tell.</summary>
    public bool IsSame(BundleFile other) =>
        Generated is not null && other.Generated is not null
            ? ReferenceEquals(Generated, other.Generated) || string.Equals(Generated.Text, other.Generated.Text, StringComparison.Ordinal)
            : Copied is not null && other.Copied is not null
                && (ReferenceEquals(Copied, other.Copied)
                    || (Copied.Length == other.Copied.Length && string.Equals(Copied.Sha256, other.Copied.Sha256, StringComparison.Ordinal)));
}
