namespace Veilor.Designer.Help;

/// <summary>A help page.</summary>
/// <param name="Id">Stable, for URLs: <c>section/kernel</c>, <c>field/system.hostname</c>, <c>code/VD5004</c>.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">What a list of pages shows.</param>
/// <param name="Markdown">The page, with its title as heading.</param>
public sealed record HelpTopic(string Id, HelpKind Kind, string Title, string Markdown);
