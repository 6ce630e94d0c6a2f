using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The id of a comps group or environment, of a repository, or of an os-release variant, without the leading <c>@</c>:
/// letters, digits, dots, hyphens and underscores.
/// </summary>
public sealed record PackageGroupId : ITextValue<PackageGroupId>
{
    public const int MaximumLength = 100;

    private const string Allowed = "Use letters, digits, dots, hyphens and underscores, without a leading @.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    private readonly string _text;

    private PackageGroupId(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageGroupId? value, out string error)
    {
        text ??= "";
        error = IdText.CheckWithStart(text, Characters, MaximumLength, Allowed);
        value = error.Length == 0 ? new PackageGroupId(text) : null;
        return value is not null;
    }

    public static PackageGroupId Parse(string text) => TextValue.Parse<PackageGroupId>(text);

    public override string ToString() => _text;
}
