using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without 32-bit emulation i686 programs do not start (secureblue, post-install).</summary>
public sealed class ThirtyTwoBitRule() : DesignRule("VD4016", DiagnosticSeverity.Warning, "32-bit programs would not start")
{
    private static readonly string[] Users = ["steam", "wine", "wine-core", "lutris", "bottles", "winetricks", "proton"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var users = string.Join(", ", input.Design.Packages.Install.Select(package => package.ToString()).Where(name => Array.IndexOf(Users, name) >= 0 || name.EndsWith(".i686", StringComparison.Ordinal)));
        if (users.Length > 0)
        {
            foreach (var entry in input.Design.Kernel.Arguments.Where(entry => string.Equals(entry.Argument.ToString(), "ia32_emulation=0", StringComparison.Ordinal)))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"With '{entry.Argument}' no 32-bit program starts, and the design installs some: {users}.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }
}
