using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>KDE's own login screen is enabled by its package, and systemctl enable refuses another one: File already exists.</summary>
public sealed class ReleaseLoginScreenRule() : DesignRule("VD6020", DiagnosticSeverity.Error, "The login screen is that of another Fedora release")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        if (LoginScreen.Of(design) is { } screen && ServicesFields.Enable.Contains(design, screen.Other.Unit) && !screen.IsLeftOut(design))
        {
            var other = screen.Other;
            var release = design.FedoraRelease() == int.MaxValue ? "Fedora Rawhide" : $"Fedora {design.FedoraRelease()}";
            yield return Report(
                ServicesFields.Enable.PathOf(other.Unit),
                $"On {release} KDE logs in through {screen.Title}, and its package enables {screen.Unit}. '{other.Unit}' wants the same link display-manager.service, so systemctl enable would end the build.",
                $"Log in through {screen.Title}: {screen.Unit}, {screen.Package}",
                screen.Replace);
        }
    }
}
