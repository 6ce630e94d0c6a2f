using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Tests.Forms;

/// <summary>Reads a field of any type as text.</summary>
internal static class FieldText
{
    public static string Of<T>(ScalarField<T> field, ImageDesign design) => field.Codec.Format(field.Get(design));

    public static string Of<T>(ListField<T> field, ImageDesign design) => string.Join(' ', field.Get(design).Select(field.Codec.Format));
}
