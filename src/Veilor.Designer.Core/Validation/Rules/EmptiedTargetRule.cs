using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (nonempty-boot, nonempty-run-tmp) warns; /boot is filled from /usr/lib/modules, /run is empty at boot (lints.rs).</summary>
public sealed class EmptiedTargetRule() : BuildCommandRule("VD9025", DiagnosticSeverity.Warning, "What the build writes there does not reach a machine")
{
    private protected override string? Problem(BuildCommand command) =>
        BuildTargets.WritesBelow(command, "/boot/") ? "/boot of a machine is filled from /usr/lib/modules, and bootc container lint warns of files in it. Put boot loader settings where bootupd reads them, kernels below /usr/lib/modules."
        : (BuildTargets.WritesBelow(command, "/run/") || BuildTargets.WritesBelow(command, "/var/run/")) && !BuildTargets.WritesBelow(command, "/run/build/") ? "/run is empty at every start, and bootc container lint warns of files in it. Make them with tmpfiles.d."
        : null;
}
