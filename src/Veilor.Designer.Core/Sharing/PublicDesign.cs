using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Sharing;

/// <summary>A design as others may see it: without password hashes, and without lines of its own and values that set a secret.</summary>
internal static partial class PublicDesign
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

        return WithoutSecretValues(OwnLines.Aggregate(WithoutLocalFiles(design.WithoutPasswords(), leftOut), (current, field) => WithoutSecretLines(current, field, leftOut)), leftOut);
    }

    /// <summary>A path says much of the machine it is on and nothing to another: a variable takes its place.</summary>
    private static ImageDesign WithoutLocalFiles(ImageDesign design, ICollection<string> leftOut)
    {
        foreach (var secret in design.Extra.Secrets.Where(secret => secret.From.IsFile))
        {
            var variable = SecretMounts.VariableOf(secret.Id);
            leftOut.Add($"The file that the build secret {secret.Id} is taken from. The link says the variable {variable} in its place.");
            design = SecretFields.Secrets.Put(design, secret with { From = SecretSource.Parse(variable) });
        }

        return design;
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

    /// <summary>The labels of the fields whose lines a link carries as they were written.</summary>
    public static IReadOnlyList<string> OwnLinesIn(ImageDesign design) =>
        [.. OwnLines.Where(field => field.Get(design).Split('\n').Any(line => line.Trim().Length > 0 && line != Placeholder)).Select(field => field.Label)];

    /// <summary>Takes each argument, label, repository and the like that holds or sets a secret out as a whole.</summary>
    private static ImageDesign WithoutSecretValues(ImageDesign design, ICollection<string> leftOut)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var left = SecretCount(design); left > 0; left = SecretCount(design))
        {
            if (SecretPlace(design) is not { } place || DesignFields.Find(place) is not { } field)
            {
                break;
            }

            // A field with one value may have to have one, and a row may be there twice: then it is as in a new design, so that this comes to an end.
            var rest = place.ListItem is { } item ? field.Without(design, new HashSet<FieldPath> { item }).FirstOrDefault() ?? design : field.Reset(design);
            taken[field.Label] = taken.GetValueOrDefault(field.Label) + 1;
            design = SecretCount(rest) < left ? rest : field.Reset(design);
            if (SecretCount(design) >= left)
            {
                break;
            }
        }

        foreach (var (label, count) in taken)
        {
            leftOut.Add(count == 1 ? $"{label}: 1 value that looks like a secret." : string.Create(CultureInfo.InvariantCulture, $"{label}: {count} values that look like a secret."));
        }

        return design;
    }

    /// <summary>The first value that holds or sets a secret, own lines left aside. A label says on two lines what it sets to what.</summary>
    private static FieldPath? SecretPlace(ImageDesign design) =>
        design.Image.Labels.FirstOrDefault(label => SecretText.IsInLine($"{label.Key}={label.Value}")) is { } found
            ? ImageFields.Labels.PathOf(found)
            : DesignToml.ToLines(design).FirstOrDefault(IsSecret)?.Origin;

    private static int SecretCount(ImageDesign design) =>
        design.Image.Labels.Count(label => SecretText.IsInLine($"{label.Key}={label.Value}")) + DesignToml.ToLines(design).Count(IsSecret);

    private static bool IsSecret(DocumentLine line) => SecretText.IsInLine(ValueOf(line.Text)) && !OwnLines.Any(field => field.Path == line.Origin.Field);

    /// <summary>What a line of design.toml sets: keys such as ssh_passwords are no secrets.</summary>
    private static string ValueOf(string line) => line.IndexOf(" = ", StringComparison.Ordinal) is var end and > 0 && !line.AsSpan(0, end).Contains('"') ? line[(end + 3)..] : line;

    private static ImageDesign WithoutSecretLines(ImageDesign design, ScalarField<string> field, ICollection<string> leftOut)
    {
        var lines = field.Get(design).Split('\n');
        var numbers = new List<int>();
        for (var start = 0; start < lines.Length;)
        {
            var end = EndOfCommand(lines, start);
            if (SecretText.IsInLine(string.Join(' ', lines[start..end].Select(line => line.TrimEnd('\\')))))
            {
                numbers.AddRange(Enumerable.Range(start, end - start));
            }

            start = end;
        }

        if (numbers.Count == 0)
        {
            return design;
        }

        numbers.ForEach(number => lines[number] = Placeholder);
        var places = string.Join(", ", numbers.Select(number => (number + 1).ToString(CultureInfo.InvariantCulture)));
        leftOut.Add(numbers.Count == 1
            ? $"{field.Label}: 1 line that looks like a secret (line {places})."
            : string.Create(CultureInfo.InvariantCulture, $"{field.Label}: {numbers.Count} lines that look like a secret (lines {places})."));
        return field.Set(design, string.Join('\n', lines));
    }

    /// <summary>The line after a command: lines that a backslash continues, a here-document and a PEM block belong together.</summary>
    private static int EndOfCommand(string[] lines, int start)
    {
        var end = start + 1;
        while (end < lines.Length && lines[end - 1].EndsWith('\\'))
        {
            end++;
        }

        for (var i = start; i < end; i++)
        {
            if (lines[i].Contains(KeyBegin, StringComparison.Ordinal) && !lines[i].Contains(KeyEnd, StringComparison.Ordinal))
            {
                return EndOf(lines, end, line => line.Contains(KeyEnd, StringComparison.Ordinal));
            }

            if (HereDocument().Match(lines[i]) is { Success: true } match)
            {
                return EndOf(lines, end, line => string.Equals(line.Trim(), match.Groups["word"].Value, StringComparison.Ordinal));
            }
        }

        return end;
    }

    /// <summary>The line after the first that ends a block; the end of the text where none does.</summary>
    private static int EndOf(string[] lines, int from, Predicate<string> isLast)
    {
        var last = Array.FindIndex(lines, Math.Min(from, lines.Length), isLast);
        return last < 0 ? lines.Length : last + 1;
    }

    // POSIX shell, 2.7.4: << or <<-, then a word that may be quoted. <<< is a here-string of one line.
    [GeneratedRegex("""(?<!<)<<-?\s*["']?(?<word>\w+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex HereDocument();
}
