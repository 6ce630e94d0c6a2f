using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// An absolute path in canonical form: no empty, <c>.</c> or <c>..</c> part, no slash at the end, no blank or control character.
/// </summary>
public sealed record AbsolutePath : ITextValue<AbsolutePath>
{
    private readonly string _text;

    private AbsolutePath(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out AbsolutePath? value, out string error)
    {
        text ??= "";
        error = PathText.Problem(text, isAbsolute: true);
        value = error.Length == 0 ? new AbsolutePath(text) : null;
        return value is not null;
    }

    public static AbsolutePath Parse(string text) => TextValue.Parse<AbsolutePath>(text);

    public override string ToString() => _text;
}
