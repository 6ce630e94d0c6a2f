using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>The name of a firewalld zone, such as <c>public</c> or <c>FedoraServer</c>; firewalld allows 17 characters, because iptables chains are named after them (firewalld, zone.py).</summary>
public sealed record FirewallZone : ITextValue<FirewallZone>
{
    public const int MaximumLength = 17;

    private const string Allowed = "Use a zone of firewalld, such as public or FedoraServer.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private readonly string _text;

    private FirewallZone(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out FirewallZone? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new FirewallZone(text) : null;
        return value is not null;
    }

    public static FirewallZone Parse(string text) => TextValue.Parse<FirewallZone>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The zone name is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A zone name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The zone name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return text[0] == '-' ? "A zone name cannot start with a hyphen." : "";
    }
}
