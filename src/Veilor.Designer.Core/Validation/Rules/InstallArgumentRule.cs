using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc install applies the kargs of its config; an installer from outside, such as Anaconda, gets a config without them (bootc, install/config.rs).</summary>
public sealed class InstallArgumentRule() : DesignRule("VD7037", DiagnosticSeverity.Warning, "The installer leaves these arguments out")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.MakesIso())
        {
            yield break;
        }

        foreach (var (path, root) in InstallConfigs.Of(input.Content))
        {
            var missing = Arguments(root["install"]?["kargs"]?.Items.Select(item => item.Text) ?? [])
                .Where(argument => KernelFields.Arguments.Find(input.Design, argument.ToString()) is null)
                .ToList();
            if (missing.Count > 0)
            {
                yield return Report(
                    PathOf(path),
                    $"overlay/{path}: {string.Join(' ', missing)} reach machines that bootc install makes, disk images among them, and no machine that the installer ISO makes. In the section Hardening they reach all.",
                    "Take its arguments over",
                    design => missing.Aggregate(design, (each, argument) => KernelFields.Arguments.Put(each, new KernelArgumentEntry { Argument = argument })));
            }
        }
    }

    private static IEnumerable<KernelArgument> Arguments(IEnumerable<string> lines)
    {
        foreach (var word in lines.SelectMany(line => line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (KernelArgument.TryParse(word, out var argument, out _))
            {
                yield return argument;
            }
        }
    }
}
