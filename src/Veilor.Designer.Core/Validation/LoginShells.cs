using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Programs that can be a login shell, and the packages of Fedora that bring them.</summary>
internal static class LoginShells
{
    /// <summary>Programs of every base: bash, coreutils and shadow-utils.</summary>
    private static readonly string[] Present = ["bash", "sh", "rbash", "nologin", "false", "true", "sync"];

    private static readonly (string Program, string Package)[] Packaged =
    [
        ("zsh", "zsh"), ("fish", "fish"), ("tcsh", "tcsh"), ("csh", "tcsh"), ("ksh", "ksh"), ("ksh93", "ksh"), ("mksh", "mksh"), ("nu", "nushell"), ("xonsh", "xonsh"), ("elvish", "elvish"),
        ("dash", "dash"), ("tmux", "tmux"), ("screen", "screen"), ("git-shell", "git-core"), ("git-shell", "git"), ("pwsh", "powershell"), ("rssh", "rssh"), ("lshell", "lshell"), ("cockpit-bridge", "cockpit-bridge"),
        ("cockpit-bridge", "cockpit"),
    ];

    /// <summary>The programs known here, for near names.</summary>
    public static IEnumerable<string> Names => Present.Concat(Packaged.Select(each => each.Program)).Distinct(StringComparer.Ordinal);

    public static bool IsKnown(string program) => Array.IndexOf(Present, program) >= 0 || Array.Exists(Packaged, each => Is(each.Program, program));

    /// <summary>
    /// The package that the design lacks for the program; null when it has one, when every base has the program, and when
    /// something of the design may bring it: another base, lines or scripts of one's own, a group of packages for what groups have.
    /// </summary>
    public static string? MissingPackage(RuleInput input, string program)
    {
        var packages = Array.FindAll(Packaged, each => Is(each.Program, program)).Select(each => each.Package).ToList();
        return packages.Count == 0 || !input.Design.HasSmallBase() || packages.Exists(package => IsInstalled(input, package)) || MayComeInGroup(input.Design, program) ? null : packages[0];
    }

    private static bool IsInstalled(RuleInput input, string package) =>
        PackagesFields.Install.Contains(input.Design, PackageSpec.Parse(package))
        || BuildCommands.Of(input).Any(command => command.Words.Skip(1).Any(word => Is(word, package)));

    /// <summary>Groups of packages have git, tmux and the like; another login shell is in none.</summary>
    private static bool MayComeInGroup(ImageDesign design, string program) =>
        program is "git-shell" or "tmux" or "screen" or "cockpit-bridge" && !(design.Packages.Environments.IsEmpty && design.Packages.Groups.IsEmpty);

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
