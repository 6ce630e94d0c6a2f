using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Compilation;

/// <summary>The steps of a compilation, in the order of the rules and generators.</summary>
internal sealed record CompilationSteps(IReadOnlyList<CompilationStep<Diagnostic>> Rules, IReadOnlyList<CompilationStep<DesignDocument>> Generators);
