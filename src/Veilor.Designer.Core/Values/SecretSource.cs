using System.Diagnostics.CodeAnalysis;
using Veilor.Designer.Core.Comparing;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// Where a build takes a secret from: the full path of a file on the machine that builds, or the name of an environment
/// variable in capitals. Never the secret itself: what is neither is refused, and so is what looks like a key or a token.
/// </summary>
public sealed record SecretSource : ITextValue<SecretSource>
{
    private const int LongestVariable = 64;
    private const int LongestPath = 4096;
    private const string Wanted = "Write the full path of a file, such as /home/me/token, or the name of an environment variable in capitals, such as REPO_TOKEN.";

    private readonly string _text;

    private SecretSource(string text) => _text = text;

    /// <summary>True for a file, false for an environment variable.</summary>
    public bool IsFile => _text[0] == '/';

    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretSource? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new SecretSource(text) : null;
        return value is not null;
    }

    public static SecretSource Parse(string text) => TextValue.Parse<SecretSource>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (SecretText.IsIn(text))
        {
            return $"This looks like the secret itself, which a design never holds. {Wanted}";
        }

        return text.Length == 0 ? $"Nothing says where the secret is. {Wanted}" : text[0] == '/' ? PathProblem(text) : VariableProblem(text);
    }

    /// <summary>podman parts the option at commas and has no form for one in a path (tried with 4.3.1).</summary>
    private static string PathProblem(string text)
    {
        if (text.AsSpan().ContainsAny(',', '"'))
        {
            return "podman cannot take a path with a comma or a double quote. Give the file another name.";
        }

        if (CharacterNames.FirstInvisible(text, allowSpace: true) is { } character)
        {
            return $"A path here cannot contain {character}.";
        }

        if (text.Length > LongestPath)
        {
            return $"The path has {text.Length} characters. Linux allows {LongestPath}.";
        }

        return text[^1] == ' ' || Array.Exists(text[1..].Split('/'), part => part is "" or "." or "..")
            ? "The path must be written out: no //, no /./, no /../, and no slash or blank at the end."
            : "";
    }

    private static string VariableProblem(string text) =>
        text.Length <= LongestVariable && (char.IsAsciiLetterUpper(text[0]) || text[0] == '_') && text.All(each => char.IsAsciiLetterUpper(each) || char.IsAsciiDigit(each) || each == '_')
            ? ""
            : $"This is neither a full path nor the name of a variable. {Wanted}";
}
