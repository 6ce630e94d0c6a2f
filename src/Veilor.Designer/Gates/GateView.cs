using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Gates;

/// <summary>The gate of a design at one moment.</summary>
/// <param name="Design">The design.</param>
/// <param name="DesignId">Its id.</param>
/// <param name="Record">What is written down.</param>
/// <param name="Board">What follows from it.</param>
/// <param name="Problems">Why <c>gate.toml</c> cannot be read; it is then not written either.</param>
public sealed record GateView(ImageDesign Design, string DesignId, GateRecord Record, GateBoard Board, EquatableArray<TomlProblem> Problems);
