using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Validation;

/// <summary>A setting that stands against something that machines are used for.</summary>
/// <param name="Use">The use.</param>
/// <param name="Name">The key of an argument, the path of a sysctl setting, a module or a unit, in its normal form.</param>
/// <param name="Values">The values that do harm; empty for any.</param>
/// <param name="IsFatal">Whether the use becomes impossible; else it only costs.</param>
/// <param name="Why">What happens, as a clause.</param>
internal sealed record UseConflict(MachineUse Use, string Name, string[] Values, bool IsFatal, string Why)
{
    public bool Fits(string? value) => Values.Length == 0 || (value is not null && Array.IndexOf(Values, value) >= 0);
}
