using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A script ends at a program that is not there; bases for servers bring few tools for building (linux-system-roles/selinux#284 for checkmodule).</summary>
public sealed class MissingProgramRule() : DesignRule("VD9023", DiagnosticSeverity.Warning, "A program of the build may be missing")
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["checkmodule"] = "checkpolicy",
        ["checkpolicy"] = "checkpolicy",
        ["semanage"] = "policycoreutils-python-utils",
        ["audit2allow"] = "policycoreutils-python-utils",
        ["firewall-offline-cmd"] = "firewalld",
        ["plymouth-set-default-theme"] = "plymouth-scripts",
        ["git"] = "git",
        ["make"] = "make",
        ["gcc"] = "gcc",
        ["g++"] = "gcc-c++",
        ["cargo"] = "cargo",
        ["go"] = "golang",
        ["npm"] = "nodejs-npm",
        ["pip"] = "python3-pip",
        ["pip3"] = "python3-pip",
        ["unzip"] = "unzip",
        ["wget"] = "wget2-wget",
        ["flatpak"] = "flatpak",
        ["authselect"] = "authselect",
        ["dconf"] = "dconf",
        ["usbguard"] = "usbguard",
        ["rpmbuild"] = "rpm-build",
    };

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var commands = BuildCommands.Of(input).ToList();
        var installed = commands.Where(command => command.Program is "dnf" or "dnf5" or "microdnf").SelectMany(command => command.Words).ToHashSet(StringComparer.Ordinal);
        var guarded = commands.Where(command => command.Program is "-v").SelectMany(command => command.Words).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, program, place) in commands.Where(command => Packages.ContainsKey(command.Program)).Select(command => (command.Path, command.Program, command.Place)).Distinct())
        {
            var package = Packages[program];
            if (!guarded.Contains(program) && !installed.Contains(package) && !installed.Contains(program) && !IsThere(input, package, program))
            {
                yield return Report(path, $"{place} runs '{program}', which comes with {package}, and the design does not install it. Unless the base or a group brings it, the build ends there.", $"Install {package}", design => PackagesFields.Install.Add(design, PackageSpec.Parse(package)));
            }
        }
    }

    private static bool IsThere(RuleInput input, string package, string program) =>
        UnitPackages.IsInBase(input.Design, package)
        || UnitPackages.IsChosen(input.Design, package)
        || PackagesFields.Install.Contains(input.Design, PackageSpec.Parse(program is "g++" ? "gcc-c++" : program))
        || OverlayFiles.Has(input.Content, "usr/bin/" + program)
        || input.Design.Packages.Downloads.Any(download => download.Program?.ToString().EndsWith("/" + program, StringComparison.Ordinal) is true);
}
