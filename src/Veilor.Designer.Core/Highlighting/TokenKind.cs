namespace Veilor.Designer.Core.Highlighting;

/// <summary>What a piece of a line is, for its colour; each kind is a CSS class.</summary>
public enum TokenKind
{
    Text,
    Comment,
    Keyword,
    Section,
    Key,
    String,
    Number,
    Boolean,
    Option,
    Variable,
    Operator,
}
