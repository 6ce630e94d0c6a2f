namespace Veilor.Designer.Core.Generation;

/// <summary>The document that says what a generated file may hold: the source of the rules for its form.</summary>
/// <param name="Title">What people call it: a manual page, or a project's documentation.</param>
/// <param name="Url">Where it can be read. It is a link to click; no page loads it.</param>
public sealed record FormatReference(string Title, string Url);
