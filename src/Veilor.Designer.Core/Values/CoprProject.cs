using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A COPR project as <c>owner/project</c>; a group is <c>@group/project</c>.
/// </summary>
public sealed record CoprProject : ITextValue<CoprProject>
{
    public const int MaximumLength = 150;

    private const string Host = "copr.fedorainfracloud.org";

    private const string Allowed = "Write owner/project, or @group/project.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@/");

    private readonly string _text;

    private CoprProject(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out CoprProject? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new CoprProject(text) : null;
        return value is not null;
    }

    public static CoprProject Parse(string text) => TextValue.Parse<CoprProject>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The project is empty. {Allowed}";
        }

        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith(Host, StringComparison.Ordinal))
        {
            return ProjectOf(text) is { } project ? $"An address is not taken. Write {project}." : $"An address is not taken. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A project cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The project has {text.Length} characters. {MaximumLength} are allowed.";
        }

        var parts = text.Split('/');
        return parts.Length == 2 && parts[0].TrimStart('@').Length > 0 && parts[1].Length > 0 && text.LastIndexOf('@') <= 0 && text[0] is not '-' and not '.'
            ? ""
            : $"A project is written owner/project. {Allowed}";
    }

    /// <summary>The project that an address of COPR's pages names: https://copr.fedorainfracloud.org/coprs/g/group/project/.</summary>
    private static string? ProjectOf(string address)
    {
        var at = address.IndexOf("/coprs/", StringComparison.Ordinal);
        var parts = at < 0 ? [] : address[(at + "/coprs/".Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["g", var group, var project, ..] => $"@{group}/{project}",
            [var owner, var project, ..] => $"{owner}/{project}",
            _ => null,
        };
    }
}
