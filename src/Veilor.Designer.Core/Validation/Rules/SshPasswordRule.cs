using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sshd takes passwords unless told not to (sshd_config(5)); bootc, users-and-groups.md, advises keys. The distributions' small bases enable sshd (fedora-release, 90-default.preset).</summary>
public sealed class SshPasswordRule() : DesignRule("VD5017", DiagnosticSeverity.Warning, "A password can be guessed over the network")
{
    private static readonly UnitName Sshd = UnitName.Parse("sshd.service");

    private static readonly PackageSpec Server = PackageSpec.Parse("openssh-server");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Users.Accounts.FirstOrDefault(account => account.HasPassword) is { } account && TakesPasswords(input))
        {
            yield return Report(UsersFields.Accounts.PathOf(account, "password"), $"sshd runs and takes passwords, and '{account.Name}' has one: whoever reaches the machine can try. Give keys, and refuse passwords over SSH under Services.", "Refuse passwords over SSH", design => ServicesFields.SshPasswords.Set(design, value: false));
        }
    }

    /// <summary>True when the design enables sshd, or its base has it and the design does not hold it back.</summary>
    internal static bool MayRun(ImageDesign design) =>
        ServicesFields.Enable.Contains(design, Sshd)
        || (design.HasSmallBase() && !ServicesFields.Disable.Contains(design, Sshd) && !ServicesFields.Mask.Contains(design, Sshd) && !PackagesFields.Remove.Contains(design, Server));

    /// <summary>True when sshd is enabled, by the design, its base or a preset of the overlay, and nothing of the design forbids passwords.</summary>
    internal static bool TakesPasswords(RuleInput input) =>
        (MayRun(input.Design) || IsPreset(input))
        && input.Design.Services.SshPasswords != false
        && !OverlayFiles.Below(input.Content, "etc/ssh/sshd_config")
            .Any(each => OverlayFiles.Lines(each.File).Any(line => line.StartsWith("PasswordAuthentication", StringComparison.OrdinalIgnoreCase) && line.EndsWith("no", StringComparison.OrdinalIgnoreCase)));

    /// <summary>systemd applies presets at the first start of a machine (systemd.preset(5)).</summary>
    private static bool IsPreset(RuleInput input) =>
        !ServicesFields.Disable.Contains(input.Design, Sshd) && !ServicesFields.Mask.Contains(input.Design, Sshd)
        && OverlayFiles.Below(input.Content, "etc/systemd/system-preset/", "usr/lib/systemd/system-preset/")
            .Where(each => each.Path.EndsWith(".preset", StringComparison.Ordinal))
            .Any(each => OverlayFiles.Lines(each.File).Any(line => line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is ["enable", "sshd.service", ..]));
}
