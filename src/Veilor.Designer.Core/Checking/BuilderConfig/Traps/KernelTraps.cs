using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Arguments that bootc install and Anaconda write for the disk that they make; of two the later holds (dracut.cmdline(7)).</summary>
internal static class KernelTraps
{
    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        if (context.Customizations.At("kernel", "append") is { } append
            && context.Customizations.TextAt("kernel", "append").Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.StartsWith("root=", StringComparison.Ordinal) || word.StartsWith("ostree=", StringComparison.Ordinal)) is { } second)
        {
            yield return TrapFinder.At(append, "second-root", DiagnosticSeverity.Error, $"{second} stands on the command line a second time.", "The builder and the installer write it for the disk that they make; the machine would look for another.");
        }
    }
}
