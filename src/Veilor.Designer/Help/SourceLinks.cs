using System.Text.RegularExpressions;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Help;

/// <summary>
/// Turns the sources that help pages name into links: manual pages, files and issues of projects, documentation. A source that
/// is no document, such as a trial with a tool, stays text. They are links to click; no page loads one.
/// </summary>
public static partial class SourceLinks
{
    private const string Heading = "\n## Source\n";
    private const string Kernel = "https://docs.kernel.org/";

    /// <summary>Where manual pages are, by what their names begin with; the first that fits counts.</summary>
    private static readonly (string Start, string Address)[] Manuals =
    [
        ("dnf5.conf", "https://dnf5.readthedocs.io/en/latest/dnf5.conf.5.html"),
        ("dnf5", "https://dnf5.readthedocs.io/en/latest/"),
        ("dnf.conf", "https://dnf5.readthedocs.io/en/latest/dnf5.conf.5.html"),
        ("bootc-install-config", "https://bootc-dev.github.io/bootc/man/bootc-install-config.5.html"),
        ("update-crypto-policies", "https://gitlab.com/redhat-crypto/fedora-crypto-policies"),
        ("firewall-offline-cmd", "https://firewalld.org/documentation/man-pages/firewall-offline-cmd.html"),
        ("Containerfile", "https://github.com/containers/container-libs/blob/main/common/docs/Containerfile.5.md"),
    ];

    /// <summary>Documents of projects, by words of the source; the first that fits counts.</summary>
    private static readonly (string Words, string Address)[] Documents =
    [
        ("kernel-parameters.txt", Kernel + "admin-guide/kernel-parameters.html"),
        ("hw-vuln", Kernel + "admin-guide/hw-vuln/index.html"),
        ("ip-sysctl", Kernel + "networking/ip-sysctl.html"),
        ("kdump/kdump", Kernel + "admin-guide/kdump/kdump.html"),
        ("admin-guide/pm/swsusp", Kernel + "power/swsusp.html"),
        ("serial-console", Kernel + "admin-guide/serial-console.html"),
        ("admin-guide/sysctl", Kernel + "admin-guide/sysctl/index.html"),
        ("sysctl/kernel", Kernel + "admin-guide/sysctl/kernel.html"),
        ("kexec_load_disabled", Kernel + "admin-guide/sysctl/kernel.html"),
        ("COMMAND_LINE_SIZE", Kernel + "admin-guide/kernel-parameters.html"),
        ("ublue-os/bazzite", "https://github.com/ublue-os/bazzite"),
        ("imagebuilder, ", "https://github.com/openshift/imagebuilder"),
        ("buildah, CHANGELOG", "https://github.com/containers/buildah/blob/main/CHANGELOG.md"),
        ("bootc switch", "https://bootc-dev.github.io/bootc/upgrades.html"),
        ("bootc container lint", "https://github.com/bootc-dev/bootc/blob/main/crates/lib/src/lints.rs"),
        ("osbuild.org", "https://osbuild.org/docs/"),
        ("osbuild/blueprint", "https://github.com/osbuild/blueprint"),
        ("osbuild documentation", "https://osbuild.org/docs/user-guide/blueprint-reference/"),
        ("osbuild/images", "https://github.com/osbuild/images"),
        ("image-builder", "https://github.com/osbuild/image-builder"),
        ("osbuild,", "https://github.com/osbuild/osbuild"),
        ("pykickstart", "https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html"),
        ("Anaconda documentation", "https://anaconda-installer.readthedocs.io/en/latest/"),
        ("cosign documentation", "https://docs.sigstore.dev/cosign/signing/overview/"),
        ("Anaconda", "https://github.com/rhinstaller/anaconda"),
        ("pyanaconda", "https://github.com/rhinstaller/anaconda"),
        ("coreos/bootupd", "https://github.com/coreos/bootupd"),
        ("libdnf5", "https://github.com/rpm-software-management/dnf5"),
        ("dnf5,", "https://dnf5.readthedocs.io/en/latest/"),
        ("dracut-ng", "https://github.com/dracut-ng/dracut-ng"),
        ("plymouth,", "https://gitlab.freedesktop.org/plymouth/plymouth"),
        ("ostree-ext", "https://github.com/bootc-dev/bootc"),
        ("ostree,", "https://github.com/ostreedev/ostree"),
        ("GRUB manual", "https://www.gnu.org/software/grub/manual/grub/grub.html"),
        ("UEFI specification", "https://uefi.org/specifications"),
        ("OCI image specification", "https://github.com/opencontainers/image-spec"),
        ("RFC 1122", "https://www.rfc-editor.org/rfc/rfc1122"),
        ("PlasmaLoginManager", "https://fedoraproject.org/wiki/Changes/PlasmaLoginManager"),
        ("fedora-comps", "https://pagure.io/fedora-comps"),
        ("Fedora documentation, building bootc", "https://docs.fedoraproject.org/en-US/bootc/building-containers/"),
        ("RHEL security guide", "https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/10/html/security_hardening/"),
        ("cryptsetup FAQ", "https://gitlab.com/cryptsetup/cryptsetup/-/wikis/FrequentlyAskedQuestions"),
        ("secureblue, user namespaces", "https://secureblue.dev/"),
        ("secureblue, documentation", "https://secureblue.dev/"),
    ];

    /// <summary>Who advises settings, and where projects have their issues.</summary>
    private static readonly (string Name, string Home, string Repository)[] Projects =
    [
        ("secureblue", "https://github.com/secureblue/secureblue", "secureblue/secureblue"),
        ("Kicksecure", "https://github.com/Kicksecure/security-misc", "Kicksecure/security-misc"),
        ("ANSSI", "https://cyber.gouv.fr/en/publications/configuration-recommendations-gnulinux-system", ""),
        ("CIS", "https://www.cisecurity.org/benchmark/fedora", ""),
        ("KSPP", "https://kspp.github.io/Recommended_Settings", "KSPP/linux"),
        ("Lynis", "https://cisofy.com/lynis/", "CISOfy/lynis"),
        ("lynis", "https://cisofy.com/lynis/", "CISOfy/lynis"),
        ("OSPP", "https://github.com/ComplianceAsCode/content", ""),
        ("CUSP", "https://github.com/ComplianceAsCode/content", ""),
        ("OpenSCAP", "https://github.com/ComplianceAsCode/content", ""),
        ("Universal Blue", "https://universal-blue.org/", ""),
        ("bootc documentation", "https://bootc-dev.github.io/bootc/", ""),
        ("USBGuard", "https://usbguard.github.io/", "USBGuard/usbguard"),
        ("tailscale", "https://tailscale.com/", "tailscale/tailscale"),
        ("fail2ban", "https://github.com/fail2ban/fail2ban", "fail2ban/fail2ban"),
        ("bootc", "https://bootc-dev.github.io/bootc/", "bootc-dev/bootc"),
    ];

    /// <summary>The page with each source below its last heading as a link; a page without that heading as it is.</summary>
    /// <param name="markdown">A help page.</param>
    public static string Link(string markdown)
    {
        var start = markdown.IndexOf(Heading, StringComparison.Ordinal);
        if (start < 0)
        {
            return markdown;
        }

        start += Heading.Length;
        var parts = markdown[start..].Split(';');
        return markdown[..start] + string.Join(';', parts.Select(LinkPart));
    }

    /// <summary>Who advises a setting, each as a link where it is known: the text of a help page.</summary>
    public static string Advisers(IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => AddressOfAdviser(name) is { } address ? $"[{MarkdownText.Escape(name)}]({address})" : MarkdownText.Escape(name)));

    /// <summary>Where the one who advises a setting says so; null for one that is not known.</summary>
    public static string? AddressOfAdviser(string name) =>
        Array.Find(Projects, project => name.StartsWith(project.Name, StringComparison.Ordinal)) is { Name: not null } found ? found.Home : null;

    /// <summary>Where a source can be read that a help page or a line names; null for one that is no document.</summary>
    public static string? AddressOfSource(string source) => Manual().Match(source) is { Success: true } manual
        ? AddressOfManual(manual.Groups["name"].Value, manual.Groups["section"].Value)
        : AddressOf(source);

    private static string LinkPart(string part)
    {
        if (Manual().IsMatch(part))
        {
            return Manual().Replace(part, match => $"[{match.Value}]({AddressOfManual(match.Groups["name"].Value, match.Groups["section"].Value)})");
        }

        var text = part.Trim().TrimEnd('.');
        return text.Length > 0 && AddressOf(Spaces().Replace(text, " ")) is { } address ? part.Replace(text, $"[{text}]({address})", StringComparison.Ordinal) : part;
    }

    private static string? AddressOf(string text)
    {
        if (Issue().Match(text) is { Success: true } issue)
        {
            var name = issue.Groups["project"].Value;
            var repository = name.Contains('/', StringComparison.Ordinal) ? name : Array.Find(Projects, project => project.Name == name.Split(',')[0]).Repository;
            return string.IsNullOrEmpty(repository) ? null : $"https://github.com/{repository}/issues/{issue.Groups["number"].Value}";
        }

        if (BootcFile().Match(text) is { Success: true } file)
        {
            var path = file.Groups["path"].Value;
            return path.EndsWith(".md", StringComparison.Ordinal) ? $"https://bootc-dev.github.io/bootc/{path[..^3]}.html"
                : $"https://github.com/bootc-dev/bootc/blob/main/{path}";
        }

        return Array.Find(Documents, document => text.Contains(document.Words, StringComparison.Ordinal)) is { Words: not null } found ? found.Address
            : text.StartsWith("bootc, ", StringComparison.Ordinal) ? "https://bootc-dev.github.io/bootc/"
            : null;
    }

    private static string AddressOfManual(string name, string section) =>
        Array.Find(Manuals, manual => name.StartsWith(manual.Start, StringComparison.Ordinal)) is { Start: not null } found ? found.Address
        : name.StartsWith("systemd", StringComparison.Ordinal) ? $"https://www.freedesktop.org/software/systemd/man/latest/{name}.html"
        : $"https://manpages.debian.org/{name}.{section}";

    [GeneratedRegex(@"\b(?<name>[A-Za-z][\w.-]*)\((?<section>[1-8])\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Manual();

    [GeneratedRegex(@"^(?<project>[\w./-]+(, [\w-]+)?)(, issues? |#)(?<number>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Issue();

    [GeneratedRegex(@"^(bootc, )?(docs/src/)?(?<path>((building/)?[\w-]+\.md)|(crates/[\w/.-]+\.rs))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BootcFile();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
