using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>The CSS class of each kind of token; the colours stand in the style sheet of <see cref="DocumentView"/>.</summary>
public static class TokenClasses
{
    private static readonly string[] Names =
        [.. Enum.GetValues<TokenKind>().Select(kind => "t-" + kind.ToString().ToLowerInvariant())];

    public static string Of(TokenKind kind) => Names[(int)kind];
}
