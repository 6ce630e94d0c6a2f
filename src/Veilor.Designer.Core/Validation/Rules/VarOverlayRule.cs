using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/var is unpacked at the first installation only, and bootc container lint (var-tmpfiles) warns of files in it. /opt is like it where it is a link (bootc, filesystem.md).</summary>
public sealed class VarOverlayRule() : DesignRule("VD7007", DiagnosticSeverity.Warning, "Files in /var do not update")
{
    private const string Opt = "opt/";

    private static readonly string[] Homes = ["var/home/", "var/roothome/", "var/run/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, _) in OverlayFiles.Below(input.Content, "var/", "srv/", "mnt/", "media/", Opt))
        {
            if (Array.Exists(Homes, folder => path.StartsWith(folder, StringComparison.Ordinal)) || ForbiddenOverlayRule.Problem(input.Design, path) is not null)
            {
                continue;
            }

            if (!path.StartsWith(Opt, StringComparison.Ordinal))
            {
                yield return ReportFile(path, $"overlay/{path} is unpacked at the first installation only, and bootc container lint warns of it. Ship it below /usr and make a copy or a link with tmpfiles.d.");
            }
            else if (input.Design.LinksOpt() && !MakesOpt(input))
            {
                yield return ReportFile(path, $"overlay/{path}: /opt is a link to /var/opt in this base, and COPY puts a folder in its place: packages that were installed into /opt are then no longer found there. Ship the file below /usr/lib, or write RUN rm /opt && mkdir /opt before the packages.");
            }
        }
    }

    /// <summary>True when a step makes /opt a folder of the image.</summary>
    internal static bool MakesOpt(RuleInput input) => BuildCommands.Of(input).Any(command => command.Is("mkdir") && command.Words.Any(word => word is "/opt" or "/opt/"));
}
