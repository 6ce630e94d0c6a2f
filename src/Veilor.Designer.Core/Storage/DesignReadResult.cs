using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Storage;

/// <summary>What reading a <c>design.toml</c> gave.</summary>
/// <param name="Design">The design; null when there is any problem.</param>
/// <param name="Problems">Why it cannot be read, in the order of the file.</param>
public sealed record DesignReadResult(ImageDesign? Design, EquatableArray<TomlProblem> Problems);
