using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (utf8) is fatal for a name that is not UTF-8; a program that reads such a name puts U+FFFD in its place.</summary>
public sealed class FileNameRule() : DesignRule("VD7030", DiagnosticSeverity.Error, "A file name is not UTF-8")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Content.Files
            .Where(file => file.Path.AsSpan().Contains('\uFFFD') || HasLoneSurrogate(file.Path))
            .Select(file => Report(ContentFields.PathOfFile(file.Path), $"The name '{file.Path.Replace('\uFFFD', '?')}' is not UTF-8, and bootc container lint ends the build at such a name. Rename the file."))
            .DistinctBy(each => each.Message, StringComparer.Ordinal);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
