using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Checking.Kickstart.Traps;

namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>
/// Tells what pykickstart's validator would say to a kickstart, and what it does not look at: sizes, names of
/// filesystems, members that do not exist. Files named by <c>%include</c> count as missing, unless they are handed in.
/// </summary>
public static class KickstartChecker
{
    /// <summary>Checks one kickstart. It never throws for any text.</summary>
    /// <param name="text">The kickstart.</param>
    /// <param name="version">The dialect.</param>
    /// <param name="include">Reads the files that it includes; null when there is none to look in.</param>
    public static KickstartReport Check(string text, KickstartVersion version = KickstartVersion.F43, IncludeReader? include = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Check(new KickstartSession(version), text, include);
    }

    /// <summary>Checks a kickstart that the builder includes from one of its own, which brings the image. Its own includes are the installer's.</summary>
    internal static KickstartReport CheckPart(string text, KickstartVersion version) => Check(new KickstartSession(version) { IsPart = true }, text, null);

    private static KickstartReport Check(KickstartSession session, string text, IncludeReader? include)
    {
        var problems = KickstartReader.Read(session, text, include);
        return new KickstartReport(
            problems.Count == 0 ? CheckVerdict.Accept : CheckVerdict.Reject,
            [.. problems],
            [.. session.Warnings],
            [.. KickstartTraps.Find(session)]);
    }

    /// <summary>The errors alone, without a look at what the validator passes over.</summary>
    internal static IReadOnlyList<KickstartProblem> Errors(string text, KickstartVersion version) => KickstartReader.Read(new KickstartSession(version), text);
}
