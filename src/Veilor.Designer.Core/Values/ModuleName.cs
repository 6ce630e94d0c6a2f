using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a kernel module, without path and <c>.ko</c>: letters, digits, hyphens and underscores, at most 55
/// (the kernel's MODULE_NAME_LEN on 64 bits, less the terminator).
/// </summary>
public sealed record ModuleName : ITextValue<ModuleName>
{
    private const int MaximumLength = 55;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private readonly string _text;

    private ModuleName(string text)
    {
        _text = text;
        NormalizedName = text.Replace('-', '_');
    }

    /// <summary>The name with underscores for hyphens; modprobe takes both for the same.</summary>
    public string NormalizedName { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ModuleName? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new ModuleName(text) : null;
        return value is not null;
    }

    public static ModuleName Parse(string text) => TextValue.Parse<ModuleName>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return "The name is empty. Write for example firewire_core.";
        }

        if (text.Contains(".ko", StringComparison.Ordinal))
        {
            return "Write the module's name without “.ko” and without a path.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"This name cannot contain {character}. Use letters, digits, hyphens and underscores.";
        }

        if (text.Length > MaximumLength)
        {
            return $"The name has {text.Length} characters. The kernel allows {MaximumLength}.";
        }

        return text[0] == '-' ? "A module name cannot start with a hyphen." : "";
    }
}
