using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>On kernels before 6.17 slab_debug stops hashing kernel pointers (KSPP/linux#368).</summary>
public sealed class SlabDebugRule() : DesignRule("VD4008", DiagnosticSeverity.Warning, "slab_debug prints raw pointers")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var arguments = input.Design.Kernel.Arguments;
        var isOld = input.Design.IsEnterpriseLinux();
        if (!isOld && arguments.Any(entry => string.Equals(entry.Argument.ToString(), "hash_pointers=always", StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var entry in arguments.Where(entry => entry.Argument.NormalizedKey is "slab_debug" or "slub_debug"))
        {
            yield return isOld
                ? Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' lets the kernel print raw pointers, and the base's kernel is older than 6.17, which brought hash_pointers=always against it.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()))
                : Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' lets the kernel print raw pointers unless hash_pointers=always is set as well.", "Add hash_pointers=always", design => KernelFields.Arguments.Put(design, new KernelArgumentEntry { Argument = KernelArgument.Parse("hash_pointers=always") }));
        }
    }
}
