using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a time zone in the IANA database, such as <c>Europe/Berlin</c> or <c>UTC</c>. The form is checked;
/// whether the image's tzdata has the zone is not known here.
/// </summary>
public sealed partial record TimeZoneName : ITextValue<TimeZoneName>
{
    private const string Allowed = "Write an area and a city, such as Europe/Berlin, or UTC.";

    private readonly string _text;

    private TimeZoneName(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out TimeZoneName? value, out string error)
    {
        text ??= "";
        error = "";
        value = null;
        if (text.Length == 0)
        {
            error = $"The time zone is empty. {Allowed}";
        }
        else if (text.Contains(' ', StringComparison.Ordinal))
        {
            error = "A time zone has no blanks; the database writes an underscore: America/New_York.";
        }
        else if (!Pattern().IsMatch(text))
        {
            error = CharacterNames.FirstInvisible(text, allowSpace: false) is { } character
                ? $"A time zone cannot contain {character}. {Allowed}"
                : $"“{text}” is not the name of a time zone. {Allowed}";
        }
        else
        {
            value = new TimeZoneName(text);
        }

        return value is not null;
    }

    public static TimeZoneName Parse(string text) => TextValue.Parse<TimeZoneName>(text);

    public override string ToString() => _text;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]{0,31}(/[A-Za-z][A-Za-z0-9_+-]{0,31}){0,2}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Pattern();
}
