using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Plans;

/// <summary>The steps that turn a bundle into an image on this machine, in order.</summary>
/// <param name="ImageReference">The name the image is built under: <c>localhost/NAME:VERSION</c> or the registry name.</param>
/// <param name="Steps">Run one after another; the first failure ends the run.</param>
public sealed record BuildPlan(string ImageReference, EquatableArray<BuildStep> Steps);
