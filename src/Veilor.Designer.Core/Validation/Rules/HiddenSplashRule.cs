using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// Plymouth shows a splash only with rhgb or splash on the command line (plymouth, src/main.c). Anaconda writes rhgb on a
/// machine that it installs; a disk image gets the image's own arguments.
/// </summary>
public sealed class HiddenSplashRule() : DesignRule("VD6021", DiagnosticSeverity.Info, "A disk image does not show the boot splash")
{
    private static readonly KernelArgument Splash = KernelArgument.Parse("rhgb");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        if (design.Branding.PlymouthTheme is { } theme && design.MakesDisk() && !design.Kernel.Arguments.Any(Shows))
        {
            yield return Report(
                BrandingFields.PlymouthTheme.Path,
                $"The splash {theme} shows only with the argument rhgb. The installer writes it by itself; a disk image has the image's arguments alone, and boots with text.",
                "Add rhgb",
                each => KernelFields.Arguments.Put(each, new KernelArgumentEntry { Argument = Splash }));
        }
    }

    private static bool Shows(KernelArgumentEntry entry) => entry.Argument.ToString() is "rhgb" or "splash" or "splash=silent";
}
