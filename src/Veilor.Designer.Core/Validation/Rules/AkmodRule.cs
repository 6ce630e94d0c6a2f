using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>akmods compiles at boot and writes to /usr/lib/modules, which is read-only (bootc, filesystem.md).</summary>
public sealed class AkmodRule() : DesignRule("VD2015", DiagnosticSeverity.Warning, "A driver would be compiled on the machine")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        BuildCommands.Of(input).Any(command => command.Program is "akmods" or "akmodsbuild" or "dkms") ? [] : DriverPackages.Compiled(input.Design)
            .Select(package => Report(PackagesFields.Install.PathOf(package), $"'{package}' compiles a driver when the machine starts, and cannot write it to the read-only /usr. Compile it in a script of the build (akmods --force --kernels VERSION), or take a kmod package that is ready."));
}
