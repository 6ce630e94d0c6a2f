using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A setting that costs something the machines are for; see <see cref="UseConflicts"/> for the sources.</summary>
public sealed class CostlyUseRule() : UseConflictRule("VD4027", DiagnosticSeverity.Warning, "A setting costs something the machines are for", isFatal: false);
