using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Files that a kickstart includes and that are not at hand: the installer looks for them on the machine that it installs.</summary>
internal static class IncludeTraps
{
    private static readonly string[] MadeThere = ["/tmp/", "/run/install/", "/mnt/install/"];

    public static IEnumerable<CheckTrap> Find(KickstartSession session) => session.UnreadIncludes.Select(include => new CheckTrap(
        "include-not-read",
        Array.Exists(MadeThere, folder => include.Path.StartsWith(folder, StringComparison.Ordinal)) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
        $"{include.Path} is not at hand, so what it says is not checked.",
        "The installer looks for it on the machine that it installs, and stops where it is missing. A %pre script can write it to /tmp; an ISO brings its own files under /run/install/repo.",
        include.Line,
        include.Column));
}
