using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A relative path with forward slashes in canonical form: no empty, <c>.</c> or <c>..</c> part, no blank or control character.
/// </summary>
public sealed record RelativePath : ITextValue<RelativePath>
{
    private readonly string _text;

    private RelativePath(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out RelativePath? value, out string error)
    {
        text ??= "";
        error = PathText.Problem(text, isAbsolute: false);
        value = error.Length == 0 ? new RelativePath(text) : null;
        return value is not null;
    }

    public static RelativePath Parse(string text) => TextValue.Parse<RelativePath>(text);

    public override string ToString() => _text;
}
