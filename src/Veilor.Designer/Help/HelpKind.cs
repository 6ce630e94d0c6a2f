namespace Veilor.Designer.Help;

/// <summary>What a help page is about. The order is that of search results with the same rank.</summary>
public enum HelpKind
{
    Section,

    Field,

    Guide,

    Diagnostic,

    Catalogue,
}
