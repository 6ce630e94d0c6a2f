using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The id under which a build passes a secret and a step asks for it: letters, digits, dots, hyphens and underscores, at most
/// 64. podman parts the option at commas, and buildah 1.28 makes a file of that name (run_linux.go), so nothing else is taken.
/// </summary>
public sealed record SecretId : ITextValue<SecretId>
{
    public const int MaximumLength = 64;

    private const string Allowed = "Use letters, digits, dots, hyphens and underscores.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    private readonly string _text;

    private SecretId(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretId? value, out string error)
    {
        text ??= "";
        error = IdText.CheckWithStart(text, Characters, MaximumLength, Allowed);
        value = error.Length == 0 ? new SecretId(text) : null;
        return value is not null;
    }

    public static SecretId Parse(string text) => TextValue.Parse<SecretId>(text);

    public override string ToString() => _text;
}
