using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// What of the overlay stays out of the image. A folder of which nothing is left is left out as a whole: COPY makes the
/// folders of files that .containerignore names (seen with buildah 1.28), and an empty /usr/etc fails bootc container lint.
/// </summary>
internal static class OverlayLeftOut
{
    /// <summary>The paths below <c>overlay/</c> with the field that each comes from.</summary>
    public static IEnumerable<(string Path, FieldPath Origin)> Paths(GenerationInput input) =>
        input.Design.Overlay.Exclude
            .Select(path => (Path: Widest(input.Content, path.ToString()), Origin: ContentFields.Exclude.PathOf(path)))
            .DistinctBy(each => each.Path, StringComparer.Ordinal);

    private static string Widest(DesignContent content, string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/'))
        {
            var folder = path[..end];
            if (content.Below(DesignContent.OverlayFolder + folder + "/").Any())
            {
                break;
            }

            path = folder;
        }

        return path;
    }
}
