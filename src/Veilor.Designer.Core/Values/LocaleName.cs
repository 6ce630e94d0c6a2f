using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a UTF-8 locale: <c>de_DE.UTF-8</c>, <c>sr_RS.UTF-8@latin</c> or <c>C.UTF-8</c>. Other character
/// sets are refused, because Fedora's installer and desktop support UTF-8 alone. <c>utf8</c> is read as UTF-8.
/// </summary>
public sealed partial record LocaleName : ITextValue<LocaleName>
{
    private const string Allowed = "Write language, country and character set: en_US.UTF-8; or C.UTF-8.";

    private readonly string _text;

    private LocaleName(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out LocaleName? value, out string error)
    {
        text ??= "";
        error = "";
        value = null;
        var match = Pattern().Match(text);
        if (text.Length == 0)
        {
            error = $"The locale is empty. {Allowed}";
        }
        else if (!match.Success)
        {
            error = CharacterNames.FirstInvisible(text, allowSpace: false) is { } character
                ? $"A locale cannot contain {character}. {Allowed}"
                : $"“{text}” is not a locale. {Allowed}";
        }
        else if (!match.Groups["set"].Success)
        {
            error = $"The character set is missing. Write “{match.Groups["language"].Value}.UTF-8{match.Groups["modifier"].Value}”.";
        }
        else if (match.Groups["set"].Value.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is not "UTF8")
        {
            error = $"Only UTF-8 locales are supported. Write “{match.Groups["language"].Value}.UTF-8{match.Groups["modifier"].Value}”.";
        }
        else
        {
            value = new LocaleName($"{match.Groups["language"].Value}.UTF-8{match.Groups["modifier"].Value}");
        }

        return value is not null;
    }

    public static LocaleName Parse(string text) => TextValue.Parse<LocaleName>(text);

    public override string ToString() => _text;

    [GeneratedRegex(@"^(?<language>C|[a-z]{2,3}(_[A-Z]{2})?)(\.(?<set>[A-Za-z0-9-]+))?(?<modifier>@[a-z]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Pattern();
}
