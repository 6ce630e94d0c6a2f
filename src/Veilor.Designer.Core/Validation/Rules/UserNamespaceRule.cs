using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Flatpak, rootless podman and browsers build their sandboxes of user namespaces (secureblue, user namespaces).</summary>
public sealed class UserNamespaceRule() : DesignRule("VD4015", DiagnosticSeverity.Warning, "Sandboxes lose their user namespaces")
{
    private static readonly string[] Users = ["flatpak", "podman", "toolbox", "distrobox", "firefox", "chromium", "google-chrome-stable", "steam", "bubblewrap"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var setting in input.Design.Kernel.Sysctls.Where(setting => setting.ProcPath is "user/max_user_namespaces" or "kernel/unprivileged_userns_clone" && string.Equals(setting.Value, "0", StringComparison.Ordinal)))
        {
            var users = string.Join(", ", Users.Where(name => PackagesFields.Install.Contains(input.Design, PackageSpec.Parse(name))));
            if (users.Length > 0)
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), $"'{setting}' takes user namespaces away, and the design installs what needs them: {users}. Their sandboxes would fail to start.", "Remove the setting", design => KernelFields.Sysctls.Remove(design, setting));
            }
        }
    }
}
