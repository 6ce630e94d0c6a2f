using System.Globalization;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Sharing;

/// <summary>A design as others may see it: without password hashes, and without lines of its own that set a secret.</summary>
internal static class PublicDesign
{
    /// <summary>Stands for a line that was left out; a comment in a Containerfile and in a kickstart.</summary>
    private const string Placeholder = "# A line that looked like a secret was left out of the link.";

    private const string KeyBegin = "-----BEGIN ";
    private const string KeyEnd = "-----END ";

    /// <summary>Takes out what must not leave this machine.</summary>
    /// <param name="design">The design.</param>
    /// <param name="leftOut">Takes a sentence for each thing that was left out.</param>
    public static ImageDesign Of(ImageDesign design, ICollection<string> leftOut)
    {
        foreach (var account in design.Users.Accounts.Where(account => account.Password is not null))
        {
            leftOut.Add($"The password of {account.Name}.");
        }

        return OwnLines.Aggregate(design.WithoutPasswords(), (current, field) => WithoutSecretLines(current, field, leftOut));
    }

    /// <summary>The first place that still holds a secret, for people; null when there is none.</summary>
    public static string? FirstSecret(ImageDesign design)
    {
        var lines = DesignToml.ToLines(design);
        var index = lines.FindIndex(line => SecretText.IsIn(line.Text));
        return index < 0 ? null : $"The field '{DesignFields.Find(lines[index].Origin)?.Label ?? lines[index].Origin.Value}'";
    }

    private static IEnumerable<ScalarField<string>> OwnLines =>
        DesignFields.All.OfType<ScalarField<string>>().Where(each => ReferenceEquals(each.Codec, Codecs.Lines));

    private static ImageDesign WithoutSecretLines(ImageDesign design, ScalarField<string> field, ICollection<string> leftOut)
    {
        var lines = field.Get(design).Split('\n');
        var count = 0;
        var isKey = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var isSecret = isKey || SecretText.IsInLine(lines[i]);
            isKey = (isKey || lines[i].Contains(KeyBegin, StringComparison.Ordinal)) && !lines[i].Contains(KeyEnd, StringComparison.Ordinal);
            if (isSecret)
            {
                lines[i] = Placeholder;
                count++;
            }
        }

        if (count == 0)
        {
            return design;
        }

        leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Label}: {count} {(count == 1 ? "line that looks" : "lines that look")} like a secret."));
        return field.Set(design, string.Join('\n', lines));
    }
}
