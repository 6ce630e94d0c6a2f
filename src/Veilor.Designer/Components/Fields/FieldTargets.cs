using System.Runtime.CompilerServices;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Routing;

namespace Veilor.Designer.Components.Fields;

/// <summary>
/// Says in which generated files a field is written, by the origins of their lines. It is worked out once for each
/// compiled design, of what is known of each document, and shared by all fields. <c>design.toml</c> holds every field
/// and is not named.
/// </summary>
public static class FieldTargets
{
    private static readonly ConditionalWeakTable<CompiledDesign, Dictionary<string, EquatableArray<string>>> Known = [];

    /// <summary>The fields of each document. A document that an edit did not change is the same object, and is not read again.</summary>
    private static readonly ConditionalWeakTable<DesignDocument, IReadOnlyList<string>> KnownFields = [];

    /// <summary>The paths of the files with lines of this field, in the order of the preview.</summary>
    public static EquatableArray<string> TargetsOf(this CompiledDesign compiled, FieldPath field) =>
        Known.GetValue(compiled, Read).GetValueOrDefault(field.Value);

    /// <summary>The paths of the files that this field, or a column of one (<c>users.accounts.shell</c>), would be written to if it had a value.</summary>
    public static EquatableArray<string> HomesOf(this CompiledDesign compiled, FieldPath field) =>
        FieldHomes.Of(field, compiled.Design.Image.Name.ToString()).ToEquatableArray();

    private static Dictionary<string, EquatableArray<string>> Read(CompiledDesign compiled)
    {
        var targets = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach (var document in compiled.Documents)
        {
            if (string.Equals(document.Path, BundlePaths.Design, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var field in KnownFields.GetValue(document, ReadFields))
            {
                targets[field] = targets.GetValueOrDefault(field).Add(document.Path);
            }
        }

        return targets;
    }

    /// <summary>Long lists have a line for each item, one below the other, so what the line above belongs to is not cut out of the path again.</summary>
    private static IReadOnlyList<string> ReadFields(DesignDocument document)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var last = "";
        foreach (var line in document.Lines)
        {
            if (line.Bond == LineBond.Fixed)
            {
                // Every bundle has it; the field is only the nearest one.
                continue;
            }

            foreach (var origin in line.Origins)
            {
                if (origin.Value is not { } path || IsIn(path, last))
                {
                    continue;
                }

                last = origin.Field.Value;
                fields.Add(last);
            }
        }

        return [.. fields];
    }

    /// <summary>True when the path is the field or an item of it, as <see cref="FieldPath.Field"/> would say.</summary>
    private static bool IsIn(string path, string field) =>
        field.Length > 0 && path.StartsWith(field, StringComparison.Ordinal) && (path.Length == field.Length || path[field.Length] == '[');
}
