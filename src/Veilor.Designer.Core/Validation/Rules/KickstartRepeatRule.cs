using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The later of two lines wins, so the form would say one thing and the installer do another; what an installer sets also goes before what the image has.</summary>
public sealed class KickstartRepeatRule() : DesignRule("VD8011", DiagnosticSeverity.Warning, "Your kickstart line repeats a field")
{
    private static readonly UnitName Firewalld = UnitName.Parse("firewalld.service");

    private static readonly (string Word, string Where)[] Written =
    [
        ("lang", "the field Language"), ("keyboard", "the field Keyboard"), ("timezone", "the field Time zone"), ("timesource", "the field Time servers"),
        ("rootpw", "the field Lock root"), ("graphical", "the field Installation"), ("text", "the field Installation"), ("cmdline", "the field Installation"),
        ("selinux", "the designer"), ("reboot", "the designer"), ("poweroff", "the designer"), ("halt", "the designer"), ("shutdown", "the designer"), ("firstboot", "the designer"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Problems(DeliveryFields.ExtraKickstart, input.Design, (word, line) => Repeated(word) ?? Doubled(input.Design, word, line) ?? Opposed(input.Design, word, line))
            .Concat(Problems(DeliveryFields.OwnKickstart, input.Design, (word, line) => Opposed(input.Design, word, line)));

    private IEnumerable<Diagnostic> Problems(ScalarField<string> field, ImageDesign design, Func<string, string, string?> problem) =>
        KickstartLines.Commands(field.Get(design)).Select(command => problem(command.Word, command.Line)).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(message => Report(field.Path, message, "Take the line out", each => field.Set(each, KickstartLines.Without(field.Get(each), (word, line) => string.Equals(problem(word, line), message, StringComparison.Ordinal)))));

    private static string? Repeated(string word) =>
        Array.Find(Written, each => string.Equals(each.Word, word, StringComparison.Ordinal)) is { Where: { } where } ? $"'{word}' is written by {where} as well. The installer takes the later line, so one of the two is misleading." : null;

    private static string? Doubled(ImageDesign design, string word, string line) =>
        word is "user" && KickstartLines.Value(line, "--name") is { } name && design.Users.Accounts.Any(account => string.Equals(account.Name.ToString(), name, StringComparison.Ordinal))
            ? $"The section Users makes '{name}' already. The installer makes a user once, so what your line says about groups, keys and the password does not count."
            : null;

    /// <summary>What goes against a field whose value is in the image.</summary>
    private static string? Opposed(ImageDesign design, string word, string line) =>
        word is "firewall" && (KickstartLines.Has(line, "--disabled") || KickstartLines.Has(line, "--disable")) && HasFirewall(design)
            ? "'firewall --disabled' switches the firewall off that the design sets up, on every machine that is installed with it."
        : word is "network" && design.System.Hostname is { } host && KickstartLines.Value(line, "--hostname") is { } name && !string.Equals(name, host.ToString(), StringComparison.Ordinal)
            ? $"'network --hostname' names the machine {StrayText.Shown(name)}, and the field Host name says {host}. The installer's name is the one that the machine gets."
        : null;

    private static bool HasFirewall(ImageDesign design) =>
        !design.System.FirewallServices.IsEmpty || !design.System.FirewallPorts.IsEmpty || design.System.FirewallZone is not null
        || design.Services.Enable.Contains(Firewalld) || UnitPackages.IsChosen(design, "firewalld");
}
