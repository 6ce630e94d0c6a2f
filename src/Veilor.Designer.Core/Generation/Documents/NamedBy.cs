using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// The fields that a name in a document is made of. A field that would take part if it were filled in is named last: it is
/// there that another name would come from.
/// </summary>
internal static class NamedBy
{
    /// <summary>The fields of <see cref="DesignFacts.BuiltReference"/>.</summary>
    public static EquatableArray<FieldPath> Built(ImageDesign design) => design.Publish.Repository is null
        ? [ImageFields.Name.Path, ImageFields.Version.Path, DeliveryFields.Repository.Path]
        : [DeliveryFields.Repository.Path, DeliveryFields.Tag.Path];

    /// <summary>The fields of <see cref="DesignFacts.BaseReference"/>.</summary>
    public static EquatableArray<FieldPath> Base(ImageDesign design) => design.Image.Digest is null
        ? [ImageFields.Base.Path, ImageFields.Digest.Path]
        : [ImageFields.Digest.Path, ImageFields.Base.Path];

    /// <summary>The fields of <see cref="DesignFacts.DisplayTitle"/>.</summary>
    public static EquatableArray<FieldPath> Title(ImageDesign design) => design.Image.Title.Length > 0
        ? [ImageFields.Title.Path]
        : [ImageFields.Title.Path, ImageFields.Name.Path];
}
