using System.Globalization;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>
/// What is wrong in the kickstart that a config carries. The builder puts it on the ISO unread, behind a line that includes its own
/// part; the installer reads it first on the machine.
/// </summary>
internal static class OwnKickstartTraps
{
    private static readonly string[] EnterpriseLinux = ["rhel", "centos", "almalinux", "rocky", "ol"];

    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        if (!context.IsIso || context.ImageType == "bootc-generic-iso" || context.Kickstart is not { } place)
        {
            return [];
        }

        var report = KickstartChecker.CheckPart(context.Customizations.TextAt("installer", "kickstart", "contents"), VersionOf(context.Request));
        return report.Errors.Select(problem => OfProblem(problem, place)).Concat(report.Traps.Select(trap => Moved(trap, place)));
    }

    private static CheckTrap OfProblem(KickstartProblem problem, TextPlace place)
    {
        var (line, column) = place.Of(problem.Line ?? 0);
        var message = problem is { Line: > 0, Message.Length: > 0 } ? Said(problem.Line.Value, problem.Message) : $"The kickstart: {problem.Text}";
        return new CheckTrap("kickstart-error", DiagnosticSeverity.Error, message.EndsWith('.') ? message : $"{message}.", "The builder does not read the kickstart; the installation stops at it.", line, column);
    }

    private static CheckTrap Moved(CheckTrap trap, TextPlace place)
    {
        var (line, column) = place.Of(trap.Line, trap.Column);
        return trap with { Message = Said(trap.Line, trap.Message), Line = line, Column = column };
    }

    private static string Said(int line, string message) => string.Create(CultureInfo.InvariantCulture, $"Line {line} of the kickstart: {message}");

    private static KickstartVersion VersionOf(BuilderConfigRequest request) =>
        request.IdLike.Prepend(request.OsId).Any(id => EnterpriseLinux.Contains(id, StringComparer.Ordinal)) ? KickstartVersion.Rhel10
        : int.TryParse(request.OsVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 44 ? KickstartVersion.F44
        : KickstartVersion.F43;
}
