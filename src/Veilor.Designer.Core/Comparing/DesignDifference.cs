using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Comparing;

/// <summary>What differs between two designs, field by field in the order of the editor. Every field says so itself.</summary>
public static class DesignDifference
{
    /// <summary>The differences of two designs; none exactly when the designs are equal.</summary>
    /// <param name="before">The design that is compared with.</param>
    /// <param name="after">The design that is looked at: what it has more is added.</param>
    public static EquatableArray<FieldChange> Between(ImageDesign before, ImageDesign after) =>
        DesignFields.All
            .Where(field => !field.IsSame(before, after))
            .SelectMany(field => field.Compare(before, after).DefaultIfEmpty(new FieldChange(field.Path, ChangeKind.Changed, $"{field.Label} differs")))
            .Select(change => change with { Text = SecretText.Redact(change.Text) })
            .ToEquatableArray();

    /// <summary>The differences of the files beside two designs, by path, mode and bytes.</summary>
    /// <exception cref="IOException">A file changed on the disk since it was listed.</exception>
    public static EquatableArray<FieldChange> Between(DesignContent before, DesignContent after)
    {
        var removed = before.Files.Where(file => !after.Contains(file.Path)).Select(file => Of(file, ChangeKind.Removed, ""));
        var others = after.Files
            .Select(file => before.Find(file.Path) switch
            {
                null => Of(file, ChangeKind.Added, ""),
                var earlier when ReferenceEquals(earlier, file) => null,
                var earlier when earlier.Length != file.Length || !string.Equals(earlier.Sha256, file.Sha256, StringComparison.Ordinal) =>
                    Of(file, ChangeKind.Changed, " has another content" + (earlier.IsExecutable == file.IsExecutable ? "" : " and" + OfMode(file))),
                var earlier when earlier.IsExecutable != file.IsExecutable =>
                    Of(file, ChangeKind.Changed, OfMode(file)),
                _ => null,
            })
            .OfType<FieldChange>();
        return removed.Concat(others).ToEquatableArray();
    }

    private static string OfMode(ContentFile file) => file.IsExecutable ? " becomes executable" : " is no longer executable";

    private static FieldChange Of(ContentFile file, ChangeKind kind, string what) => new(
        file.Path.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal) ? ContentFields.RunScripts.Path : ContentFields.Permissions.Path,
        kind,
        $"file {file.Path}{what}");
}
