namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>An argument that is known by its place.</summary>
/// <param name="Name">As error messages show it.</param>
/// <param name="Count">How many words it takes.</param>
internal sealed record PositionalSyntax(string Name, PositionalCount Count = PositionalCount.One);
