using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>The modes that files of the overlay get in the image: what the design says, or 0644 and 0755.</summary>
internal static class OverlayModes
{
    /// <summary>The mode of a file in the image.</summary>
    /// <param name="input">The design and its files.</param>
    /// <param name="path">The path in the image, without a leading slash.</param>
    /// <param name="isExecutable">Whether the file is executable beside the design.</param>
    public static int Of(RuleInput input, string path, bool isExecutable) =>
        ContentFields.Permissions.Find(input.Design, path) is { } permission ? Convert.ToInt32(permission.Mode.ToString(), 8)
        : isExecutable ? 0b111_101_101
        : 0b110_100_100;

    /// <summary>The design that gives the file a mode and leaves its owner.</summary>
    public static ImageDesign With(ImageDesign design, RelativePath path, string mode) =>
        ContentFields.Permissions.Put(design, (ContentFields.Permissions.Find(design, path.ToString()) ?? new FilePermission { Path = path }) with { Mode = PosixMode.Parse(mode) });
}
