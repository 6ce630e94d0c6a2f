using System.Collections.Immutable;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Workspace;

/// <summary>The files of a design folder as they were read.</summary>
/// <param name="Content">What goes into the bundle.</param>
/// <param name="Refused">What cannot, sorted by path.</param>
public sealed record ContentReading(DesignContent Content, EquatableArray<RefusedFile> Refused)
{
    /// <summary>How the files looked when they were read, by path.</summary>
    internal IReadOnlyDictionary<string, FileStamp> Stamps { get; init; } = ImmutableDictionary<string, FileStamp>.Empty;

    public static ContentReading Empty { get; } = new(DesignContent.Empty, []);

    /// <summary>This content with further files below it: where both have a path, this one's file counts.</summary>
    public ContentReading Over(ContentReading below)
    {
        if (below.Content.Files.IsEmpty && below.Refused.IsEmpty)
        {
            return this;
        }

        var files = Content.Files.Concat(below.Content.Files.Where(file => !Content.Contains(file.Path)));
        return new ContentReading(new DesignContent(files), Refused.Concat(below.Refused).ToEquatableArray());
    }
}
