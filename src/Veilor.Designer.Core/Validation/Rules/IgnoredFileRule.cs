using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments come from kargs.d and titles from os-release; grub2-mkconfig and kernel-install have no part (bootupd, src/grub2).</summary>
public sealed class IgnoredFileRule() : DesignRule("VD7004", DiagnosticSeverity.Error, "The file has no effect on a bootc system")
{
    private static readonly string[] Ignored = ["etc/default/grub", "etc/kernel/cmdline", "usr/lib/kernel/cmdline"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var path in Ignored)
        {
            if (input.Content.Find(DesignContent.OverlayFolder + path) is not { } file)
            {
                continue;
            }

            var message = $"overlay/{path} is not read on a bootc system. Kernel arguments belong into the section Hardening, names into the section Branding.";
            var arguments = path.EndsWith("/cmdline", StringComparison.Ordinal) ? Arguments(file) : [];
            yield return arguments.Count == 0
                ? ReportFile(path, message)
                : Report(PathOf(path), message, "Take its arguments over and leave the file out", design => TakeOver(design, path, arguments));
        }
    }

    /// <summary>The arguments of a command line that an image may own.</summary>
    private static List<KernelArgument> Arguments(ContentFile file)
    {
        var arguments = new List<KernelArgument>();
        foreach (var word in OverlayFiles.Lines(file).SelectMany(line => line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (KernelArgument.TryParse(word, out var argument, out _) && !MachineArgumentRule.IsOfOneMachine(argument) && argument.Key is not "BOOT_IMAGE" and not "rw" and not "ro")
            {
                arguments.Add(argument);
            }
        }

        return arguments;
    }

    private static ImageDesign TakeOver(ImageDesign design, string path, List<KernelArgument> arguments)
    {
        foreach (var argument in arguments.Where(argument => KernelFields.Arguments.Find(design, argument.ToString()) is null))
        {
            design = KernelFields.Arguments.Put(design, new KernelArgumentEntry { Argument = argument });
        }

        return LeaveOut(design, RelativePath.Parse(path));
    }
}
