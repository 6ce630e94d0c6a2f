using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>The three places for Containerfile lines of one's own.</summary>
internal static class ExtraLines
{
    public static IReadOnlyList<ScalarField<string>> Fields { get; } =
        [ContentFields.BeforePackages, ContentFields.AfterPackages, ContentFields.BeforeLint];

    /// <summary>Every instruction with the field it stands in.</summary>
    public static IEnumerable<(FieldPath Path, string Keyword, string Arguments)> Instructions(ImageDesign design) =>
        Fields.SelectMany(field => ContainerfileLines.Instructions(field.Get(design)).Select(each => (field.Path, each.Keyword, each.Arguments)));
}
