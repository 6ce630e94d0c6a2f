using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>Where a step finds a secret: an absolute path without a comma, at which buildah parts the options of a mount.</summary>
public sealed record SecretPlace : ITextValue<SecretPlace>
{
    private readonly string _text;

    private SecretPlace(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretPlace? value, out string error)
    {
        text ??= "";
        error = PathText.Problem(text, isAbsolute: true);
        if (error.Length == 0 && text.Contains(',', StringComparison.Ordinal))
        {
            error = "The options of a mount are parted at commas, so the path cannot contain one.";
        }

        value = error.Length == 0 ? new SecretPlace(text) : null;
        return value is not null;
    }

    public static SecretPlace Parse(string text) => TextValue.Parse<SecretPlace>(text);

    public override string ToString() => _text;
}
