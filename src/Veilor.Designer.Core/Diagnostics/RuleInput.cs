using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Diagnostics;

/// <summary>What a rule looks at.</summary>
/// <param name="Design">The design.</param>
/// <param name="Content">The files beside it.</param>
public sealed record RuleInput(ImageDesign Design, DesignContent Content);
