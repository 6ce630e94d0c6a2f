using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Where /opt is a link to /var/opt, what a package puts there is unpacked at the first installation only (bootc, filesystem.md).</summary>
public sealed class OptPackageRule() : DesignRule("VD2018", DiagnosticSeverity.Warning, "The package lies in /opt, which does not update")
{
    private static readonly HashSet<string> Packages = new(StringComparer.Ordinal)
    {
        "google-chrome-stable", "google-chrome-beta", "microsoft-edge-stable", "brave-browser", "vivaldi-stable", "opera-stable", "1password", "zoom", "teamviewer",
        "mullvad-vpn", "docker-desktop", "onlyoffice-desktopeditors", "sublime-text", "slack-desktop", "nordpass", "expressvpn",
    };

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.LinksOpt() || ExtraLines.Fields.Any(field => field.Get(input.Design).Contains("/opt", StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var package in input.Design.Packages.Install.Where(package => Packages.Contains(package.ToString())))
        {
            yield return Report(PackagesFields.Install.PathOf(package), $"'{package}' installs into /opt, which this base links to /var/opt: machines get it at their first installation and never update it. Make /opt a folder of the image first.", "Make /opt a folder of the image", design => ContentFields.BeforePackages.Set(design, string.Join('\n', new[] { ContentFields.BeforePackages.Get(design), "RUN rm /opt && mkdir /opt" }.Where(text => text.Length > 0))));
        }
    }
}
