using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Removing these takes the system's foundation with it, or dnf refuses as they are protected.</summary>
public sealed class NeededPackageRule() : BuildCommandRule("VD2016", DiagnosticSeverity.Error, "The image cannot do without the package")
{
    private static readonly string[] Needed =
        ["bootc", "ostree", "systemd", "kernel", "kernel-core", "kernel-modules", "kernel-modules-core", "dracut", "bash", "glibc", "coreutils", "dnf5", "rpm", "bootupd", "composefs", "skopeo", "setup", "filesystem", "selinux-policy-targeted"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var removed in input.Design.Packages.Remove)
        {
            if (NeededBy(removed) is { } needed)
            {
                yield return Report(PackagesFields.Remove.PathOf(removed), $"'{removed}' takes {needed} away, which a bootc image needs to start, to update or to be built.", $"Keep {removed}", design => PackagesFields.Remove.Remove(design, removed));
            }
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    private protected override string? Problem(BuildCommand command) =>
        Removed(command) is { } needed ? $"takes {needed} away, which a bootc image needs to start, to update or to be built." : null;

    /// <summary>A kernel goes where another one comes.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        Removed(command) is { } needed
        && (!needed.StartsWith("kernel", StringComparison.Ordinal)
            || (input.Design.Packages.Kernel.IsEmpty && !BuildCommands.Of(input).Any(each => IsInstallation(each) && each.Words.Any(word => word.Contains("kernel", StringComparison.Ordinal) || word.Contains('$', StringComparison.Ordinal)))));

    private static bool IsInstallation(BuildCommand command) =>
        (command.Program is "dnf" or "dnf5" or "yum" or "microdnf" or "rpm-ostree" && command.Words.Any(word => word is "install" or "swap" or "override"))
        || (command.Is("rpm") && command.Words.Any(word => word is "--install" or "--upgrade" or ['-', 'i' or 'U', ..]));

    private static string? Removed(BuildCommand command) =>
        !command.MayFail
        && ((command.Program is "dnf" or "dnf5" or "yum" or "microdnf" && command.Words.Any(word => word is "remove" or "erase") && !command.HasOption("--assumeno", "--help"))
            || (command.Is("rpm") && command.HasOption("-e", "--erase", "-ev", "-evh") && !command.HasOption("--test")))
            ? command.Words.Skip(1).Select(word => PackageSpec.TryParse(word, out var spec, out _) ? NeededBy(spec) : null).FirstOrDefault(needed => needed is not null)
            : null;

    private static string? NeededBy(PackageSpec removed) => Array.Find(Needed, name => PackagePattern.Matches(removed, PackageSpec.Parse(name)));
}
