using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// Where a file system appears: an absolute path in canonical form (no doubled or trailing slash, no <c>.</c> or
/// <c>..</c>). Which paths an image may mount is a rule, not part of this type.
/// </summary>
public sealed record MountPoint : ITextValue<MountPoint>
{
    private const int MaximumLength = 4095;

    private const int MaximumPartLength = 255;

    private const string Allowed = "Use letters, digits, dots, hyphens, underscores and plus signs between slashes.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._+-");

    private readonly string _text;

    private MountPoint(string text) => _text = text;

    /// <summary>The root of the file system, <c>/</c>.</summary>
    public static MountPoint Root { get; } = new("/");

    public bool IsRoot => _text.Length == 1;

    public static bool TryParse(string? text, [NotNullWhen(true)] out MountPoint? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new MountPoint(text) : null;
        return value is not null;
    }

    public static MountPoint Parse(string text) => TextValue.Parse<MountPoint>(text);

    /// <summary>True when this is below the other, or the same.</summary>
    public bool IsWithin(MountPoint other) =>
        other.IsRoot
        || string.Equals(_text, other._text, StringComparison.Ordinal)
        || _text.StartsWith(other._text + "/", StringComparison.Ordinal);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return "The mount point is empty. Write an absolute path, such as /var.";
        }

        if (text[0] != '/')
        {
            return $"A mount point starts with a slash: “/{text}”.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A mount point cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The path has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return text.Length == 1 ? "" : CheckParts(text[1..].Split('/'));
    }

    private static string CheckParts(string[] parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case "":
                    return "A mount point has no slash at its end and no two slashes in a row.";
                case "." or "..":
                    return $"A mount point cannot have the part “{part}”. Write the path in full.";
                case { Length: > MaximumPartLength }:
                    return $"A part between slashes has {part.Length} characters. {MaximumPartLength} are allowed.";
            }
        }

        return "";
    }
}
