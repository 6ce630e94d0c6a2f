namespace Veilor.Designer.Core.Routing;

/// <summary>What a check says about a fact.</summary>
/// <param name="Code">The code of the diagnostic.</param>
/// <param name="Message">What it says.</param>
public sealed record RouteNote(string Code, string Message);
