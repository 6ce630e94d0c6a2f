using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>The three places for Containerfile lines of one's own.</summary>
internal static class ExtraLines
{
    public static IReadOnlyList<ScalarField<string>> Fields { get; } =
        [ContentFields.BeforePackages, ContentFields.AfterPackages, ContentFields.BeforeLint];

    /// <summary>Every instruction with the field it stands in.</summary>
    public static IEnumerable<(FieldPath Path, string Keyword, string Arguments)> Instructions(ImageDesign design) => Instructions(design.Extra);

    /// <inheritdoc cref="Instructions(ImageDesign)"/>
    public static IEnumerable<(FieldPath Path, string Keyword, string Arguments)> Instructions(ExtraSection extra) => Read.Of(extra);

    private static readonly Remembered<ExtraSection, IReadOnlyList<(FieldPath Path, string Keyword, string Arguments)>> Read = new(extra =>
    {
        var design = new ImageDesign { Extra = extra };
        return [.. Fields.SelectMany(field => ContainerfileLines.Instructions(field.Get(design)).Select(each => (field.Path, each.Keyword, each.Arguments)))];
    });
}
