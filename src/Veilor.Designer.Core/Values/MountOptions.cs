using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The options of a mount as fstab has them: words with commas between, such as <c>noatime,nodev</c>. The form is
/// checked; which options a file system knows is for the kernel to say.
/// </summary>
public sealed record MountOptions : ITextValue<MountOptions>
{
    private const int MaximumLength = 512;

    private const string Allowed = "Write options with commas between, such as noatime,nodev.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.=:%/+-,");

    private readonly string _text;

    private MountOptions(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out MountOptions? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new MountOptions(text) : null;
        return value is not null;
    }

    public static MountOptions Parse(string text) => TextValue.Parse<MountOptions>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The options are empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"Mount options cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The options have {text.Length} characters. {MaximumLength} are allowed.";
        }

        return Array.Exists(text.Split(','), option => option.Length == 0 || option[0] is '-' or '=')
            ? $"Between two commas stands an option that starts with a letter or digit. {Allowed}"
            : "";
    }
}
