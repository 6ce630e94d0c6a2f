using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Validation;

/// <summary>What the checker says to a kickstart text of the design, in the dialect of its base. A text is read once for each dialect.</summary>
/// <param name="text">Takes the text from the section.</param>
internal sealed class KickstartReports(Func<InstallerSection, string> text)
{
    private readonly Remembered<InstallerSection, KickstartReport> _fedora = new(installer => KickstartChecker.Check(text(installer)));

    private readonly Remembered<InstallerSection, KickstartReport> _enterpriseLinux = new(installer => KickstartChecker.Check(text(installer), KickstartVersion.Rhel10));

    public KickstartReport Of(ImageDesign design) => (design.IsEnterpriseLinux() ? _enterpriseLinux : _fedora).Of(design.Installer);
}
