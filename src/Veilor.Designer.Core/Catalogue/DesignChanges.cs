using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>What an edit adds to the lists of a design and what it takes out, told before it is done.</summary>
/// <param name="Field">The list.</param>
/// <param name="Added">What is added, as text.</param>
/// <param name="Removed">What is taken out, as text.</param>
public sealed record DesignChanges(DesignField Field, EquatableArray<string> Added, EquatableArray<string> Removed)
{
    /// <summary>The changes of hardening between two designs, one for each list that differs.</summary>
    public static EquatableArray<DesignChanges> OfHardening(ImageDesign before, ImageDesign after) =>
        new[]
        {
            Compare(KernelFields.Arguments, before, after, design => design.Kernel.Arguments.Select(KernelFields.Arguments.KeyOf)),
            Compare(KernelFields.Sysctls, before, after, design => design.Kernel.Sysctls.Select(KernelFields.Sysctls.Codec.Format)),
            Compare(KernelFields.BlockedModules, before, after, design => design.Kernel.BlockedModules.Select(KernelFields.BlockedModules.Codec.Format)),
            Compare(ServicesFields.Mask, before, after, design => design.Services.Mask.Select(ServicesFields.Mask.Codec.Format)),
        }
        .Where(change => !change.Added.IsEmpty || !change.Removed.IsEmpty)
        .ToEquatableArray();

    private static DesignChanges Compare(DesignField field, ImageDesign before, ImageDesign after, Func<ImageDesign, IEnumerable<string>> texts)
    {
        var old = texts(before).ToList();
        var now = texts(after).ToList();
        return new DesignChanges(field, now.Except(old, StringComparer.Ordinal).ToEquatableArray(), old.Except(now, StringComparer.Ordinal).ToEquatableArray());
    }
}
