using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using static Veilor.Designer.Core.Checking.Kickstart.Syntax.Options;

namespace Veilor.Designer.Core.Checking.Kickstart.Sections;

/// <summary>Every section and the options of its header.</summary>
internal static class SectionTable
{
    public const string Packages = "%packages";
    public const string Certificate = "%certificate";
    public const string Traceback = "%traceback";

    private static readonly SectionSyntax[] Known =
    [
        new("%pre") { Options = [.. Script()] },
        new("%pre-install") { Options = [.. Script()] },
        new("%post") { Options = [.. Script(), Flag("--nochroot")] },
        new("%onerror") { Options = [.. Script()] },
        new(Traceback) { Options = [.. Script()] },
        new(Packages)
        {
            Options =
            [
                .. Flags("--excludedocs", "--ignoremissing", "--default", "--multilib", "--nocore", "--exclude-weakdeps"),
                Flag("--ignorebroken") with { In = Dialects.Fedora },
                Flag("--excludeWeakdeps") with { In = Dialects.Fedora, DeprecatedIn = Dialects.Fedora },
                Text("--instLangs") with { In = Dialects.Fedora, DeprecatedIn = Dialects.Fedora },
                Text("--inst-langs"),
                Integer("--timeout"),
                Integer("--retries"),
            ],
        },
        new(Certificate) { Options = [Required("--filename"), Text("--dir"), Text("--type")] },
        new("%addon") { ReadsHeader = false },
        new("%anaconda") { ReadsHeader = false },
    ];

    public static SectionSyntax? Find(string name) => Array.Find(Known, s => s.Name == name);

    private static IEnumerable<OptionSyntax> Script() => [Flag("--erroronfail"), Text("--interpreter"), Text("--log|--logfile")];
}
