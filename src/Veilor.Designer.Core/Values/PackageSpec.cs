using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A package as dnf5 names it: a name, a name with version, release, epoch or architecture (NEVRA), or a glob over
/// those. No paths, no options, no groups: each of these has its own field.
/// </summary>
public sealed record PackageSpec : ITextValue<PackageSpec>
{
    private const int MaximumLength = 255;

    private const string Allowed = "Use letters, digits, . _ + - ~ ^ : and the wildcards * ? [ ].";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-~^:*?[]");

    private readonly string _text;

    private PackageSpec(string text) => _text = text;

    /// <summary>True when the spec may match several packages.</summary>
    public bool IsGlob => _text.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageSpec? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new PackageSpec(text) : null;
        return value is not null;
    }

    public static PackageSpec Parse(string text) => TextValue.Parse<PackageSpec>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return "The package name is empty.";
        }

        if (text[0] == '@')
        {
            return $"“{text}” is a group or an environment. Enter it there, without the @.";
        }

        if (text[0] == '-')
        {
            return "A package name cannot start with a hyphen. To leave a package out, enter it under the removals.";
        }

        if (text.StartsWith('/'))
        {
            return $"{text} is a file, and a package is given by its name. It is often that of the program, here “{text[(text.LastIndexOf('/') + 1)..]}”; dnf provides {text} tells it.";
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            return "A package is given by name, not by path or address. Enter a file on the web as a pinned download; dnf installs an RPM from there.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A package name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        if (!char.IsAsciiLetterOrDigit(text[0]) && text[0] is not ('_' or '*' or '?' or '['))
        {
            return "A package name starts with a letter or a digit, or with a wildcard.";
        }

        return HasClosedBrackets(text) ? "" : "A “[” needs a “]” after at least one character, as in kernel-[cm]*.";
    }

    private static bool HasClosedBrackets(string text)
    {
        var open = -1;
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '[' when open >= 0:
                case ']' when open < 0 || index == open + 1:
                    return false;
                case '[':
                    open = index;
                    break;
                case ']':
                    open = -1;
                    break;
            }
        }

        return open < 0;
    }
}
