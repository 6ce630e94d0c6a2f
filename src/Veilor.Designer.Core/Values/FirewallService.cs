using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a firewalld service, such as <c>ssh</c>; the files below <c>/usr/lib/firewalld/services</c> are named so.
/// </summary>
public sealed record FirewallService : ITextValue<FirewallService>
{
    public const int MaximumLength = 64;

    private const string Allowed = "Use firewalld's name of the service, such as ssh or http.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private readonly string _text;

    private FirewallService(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out FirewallService? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new FirewallService(text) : null;
        return value is not null;
    }

    public static FirewallService Parse(string text) => TextValue.Parse<FirewallService>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The service name is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A service name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The service name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return text[0] == '-' ? "A service name cannot start with a hyphen." : "";
    }
}
