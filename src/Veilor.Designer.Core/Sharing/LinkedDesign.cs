using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Sharing;

/// <summary>What a link carries.</summary>
/// <param name="Design">The design, without any password hash.</param>
/// <param name="FilesOf">The template whose files belong to it; null when it has none. Files themselves do not fit a link.</param>
public sealed record LinkedDesign(ImageDesign Design, string? FilesOf);
