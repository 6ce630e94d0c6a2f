using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Gate;

/// <summary>What reading a <c>gate.toml</c> gave.</summary>
/// <param name="Record">The record; null when there is any problem.</param>
/// <param name="Problems">Why it cannot be read.</param>
public sealed record GateReadResult(GateRecord? Record, EquatableArray<TomlProblem> Problems);
