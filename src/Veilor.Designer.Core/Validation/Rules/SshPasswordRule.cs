using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sshd takes passwords unless told not to (sshd_config(5)); bootc, users-and-groups.md, advises keys.</summary>
public sealed class SshPasswordRule() : DesignRule("VD5017", DiagnosticSeverity.Warning, "A password can be guessed over the network")
{
    private static readonly UnitName Sshd = UnitName.Parse("sshd.service");

    private static readonly PackageSpec Server = PackageSpec.Parse("openssh-server");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Users.Accounts.FirstOrDefault(account => account.HasPassword) is { } account && TakesPasswords(input))
        {
            yield return Report(UsersFields.Accounts.PathOf(account, "password"), $"sshd is enabled and takes passwords, and '{account.Name}' has one: whoever reaches the machine can try. Give keys, and refuse passwords over SSH under Services.", "Refuse passwords over SSH", design => ServicesFields.SshPasswords.Set(design, value: false));
        }
    }

    /// <summary>True when the design enables sshd, or its base has it and the design does not hold it back.</summary>
    internal static bool MayRun(ImageDesign design) =>
        ServicesFields.Enable.Contains(design, Sshd)
        || (design.HasSmallBase() && !ServicesFields.Disable.Contains(design, Sshd) && !ServicesFields.Mask.Contains(design, Sshd) && !PackagesFields.Remove.Contains(design, Server));

    /// <summary>True when sshd is enabled and nothing of the design forbids passwords.</summary>
    internal static bool TakesPasswords(RuleInput input) =>
        ServicesFields.Enable.Contains(input.Design, Sshd)
        && input.Design.Services.SshPasswords != false
        && !OverlayFiles.Below(input.Content, "etc/ssh/sshd_config")
            .Any(each => OverlayFiles.Lines(each.File).Any(line => line.StartsWith("PasswordAuthentication", StringComparison.OrdinalIgnoreCase) && line.EndsWith("no", StringComparison.OrdinalIgnoreCase)));
}
