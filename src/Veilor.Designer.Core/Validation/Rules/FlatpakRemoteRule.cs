using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>flatpak remote-add takes an address that ends in .flatpakrepo for a description with the remote's key, and any other for the repository itself, of which it then has no key (flatpak, app/flatpak-builtins-remote-add.c).</summary>
public sealed class FlatpakRemoteRule() : DesignRule("VD2026", DiagnosticSeverity.Warning, "The remote's key is not known")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var address = input.Design.Packages.FlatpakRemote;
        if (!input.Design.Packages.Flatpaks.IsEmpty && !address.FileName.EndsWith(".flatpakrepo", StringComparison.Ordinal))
        {
            yield return Report(
                PackagesFields.FlatpakRemote.Path,
                $"'{address}' does not end in .flatpakrepo, so flatpak takes it for the repository itself: it checks signatures, has no key for them, and installs nothing. Name the remote's .flatpakrepo file.",
                "Take Flathub",
                design => PackagesFields.FlatpakRemote.Set(design, new PackagesSection().FlatpakRemote));
        }
    }
}
