using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// Whether sudo may ask for no password. Fedora's own rule for wheel, <c>%wheel ALL=(ALL) ALL</c>, asks (sudoers(5)); the user
/// of cloud-init is not asked.
/// </summary>
internal static class SudoRules
{
    /// <summary>What frees from the password in a rule, and what gives an account one in the build or the installation.</summary>
    private static readonly string[] Signs = ["NOPASSWD", "!authenticate", "chpasswd", "passwd ", "usermod "];

    /// <summary>The line that the fix of VD5005 adds.</summary>
    public const string FreeWheel = "RUN echo '%wheel ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/90-wheel && chmod 0440 /etc/sudoers.d/90-wheel";

    /// <summary>True when rules of the overlay, lines, scripts or kickstart lines of one's own may let people use sudo without a password, or give them one.</summary>
    public static bool MayAskNothing(RuleInput input) =>
        OverlayFiles.All(input.Content).Any(each => (each.Path is "etc/sudoers" || each.Path.StartsWith("etc/sudoers.d/", StringComparison.Ordinal)) && Frees(each.File.ReadableText()))
        || ExtraLines.Fields.Any(field => Frees(field.Get(input.Design)))
        || Frees(input.Design.Installer.ExtraKickstart)
        || input.Content.Below(DesignContent.ScriptsFolder).Any(file => Frees(file.ReadableText()))
        || input.Design.Packages.Install.Any(package => package.ToString() is "pam_ssh_agent_auth" or "cloud-init");

    private static bool Frees(string text) => Array.Exists(Signs, sign => text.Contains(sign, StringComparison.Ordinal));
}
