using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Disabling wins over enabling, and the installer ignores lines whose module is not there (image-builder, kickstart.go; Anaconda).</summary>
public sealed class NeededModuleRule() : DesignRule("VD8027", DiagnosticSeverity.Error, "The installer needs the part that is left out")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var module in input.Design.Installer.DisabledModules)
        {
            if (Need(input.Design, module) is { } need)
            {
                yield return Report(DeliveryFields.DisabledModules.PathOf(module), $"Without {module} the installer ignores {need}.", $"Do not leave {module} out", design => DeliveryFields.DisabledModules.Remove(design, module));
            }
        }
    }

    private static string? Need(ImageDesign design, AnacondaModule module) => module switch
    {
        AnacondaModule.Storage => "the disk of the kickstart",
        AnacondaModule.Payloads => "the image itself, so nothing would be installed",
        AnacondaModule.Runtime => "how the installation is shown and ends",
        AnacondaModule.Users => "users and the lock of root",
        AnacondaModule.Network => "network and host name",
        AnacondaModule.Localization when design.System.Locale is not null || design.System.Keyboard is not null => "language and keyboard",
        AnacondaModule.Timezone when design.System.TimeZone is not null || !design.System.NtpServers.IsEmpty => "time zone and time servers",
        _ => null,
    };
}
