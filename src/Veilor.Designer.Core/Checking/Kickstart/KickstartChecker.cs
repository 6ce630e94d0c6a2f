using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Checking.Kickstart.Traps;

namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>
/// Tells what pykickstart's validator would say to a kickstart, and what it does not look at: sizes, names of
/// filesystems, members that do not exist. Files named by <c>%include</c> count as missing.
/// </summary>
public static class KickstartChecker
{
    /// <summary>Checks one kickstart. It never throws for any text.</summary>
    public static KickstartReport Check(string text, KickstartVersion version = KickstartVersion.F43)
    {
        ArgumentNullException.ThrowIfNull(text);
        var session = new KickstartSession(version);
        var problems = KickstartReader.Read(session, text);
        return new KickstartReport(
            problems.Count == 0 ? CheckVerdict.Accept : CheckVerdict.Reject,
            [.. problems],
            [.. session.Warnings],
            [.. KickstartTraps.Find(session)]);
    }

    /// <summary>The errors alone, without a look at what the validator passes over.</summary>
    internal static IReadOnlyList<KickstartProblem> Errors(string text, KickstartVersion version) => KickstartReader.Read(new KickstartSession(version), text);
}
