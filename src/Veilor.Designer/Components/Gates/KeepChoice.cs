using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Components.Gates;

/// <summary>A file that is to be kept.</summary>
/// <param name="Role">As what.</param>
/// <param name="Path">Its absolute path.</param>
/// <param name="Run">The run it comes from; empty for none.</param>
/// <param name="Label">What a person reads.</param>
public sealed record KeepChoice(KeptRole Role, string Path, string Run, string Label);
