using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (api-base-directories) is fatal without /var, /tmp, /run and the rest.</summary>
public sealed class RemovedFolderRule() : BuildCommandRule("VD9019", DiagnosticSeverity.Error, "The build removes a folder that must stay")
{
    private static readonly string[] Folders =
        ["/", "/var", "/tmp", "/run", "/proc", "/sys", "/dev", "/boot", "/usr", "/etc", "/home", "/root", "/sysroot", "/ostree", "/usr/lib/modules", "/var/tmp", "/var/run", "/var/lock", "/*"];

    private protected override string? Problem(BuildCommand command) =>
        command.Is("rm") && command.Words.Skip(1).Any(word => Array.IndexOf(Folders, word.Length > 1 ? word.TrimEnd('/') : word) >= 0)
            ? "removes a folder that bootc container lint insists on. Empty it instead: rm -rf FOLDER/*."
            : null;
}
