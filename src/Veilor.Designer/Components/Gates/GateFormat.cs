using MudBlazor;
using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Components.Gates;

/// <summary>How the gate's states are put into words and pictures, the same everywhere.</summary>
internal static class GateFormat
{
    public static (string Icon, Color Color, string Word) Look(GateState state) => state switch
    {
        GateState.Met => (Icons.Material.Filled.CheckCircle, Color.Success, "Met"),
        GateState.Failed => (Icons.Material.Filled.Cancel, Color.Error, "Does not hold"),
        GateState.Stale => (Icons.Material.Filled.History, Color.Warning, "Stale"),
        GateState.Partial => (Icons.Material.Filled.Contrast, Color.Info, "Partly seen"),
        GateState.NotAsked => (Icons.Material.Outlined.RemoveCircleOutline, Color.Default, "Not asked"),
        _ => (Icons.Material.Outlined.RadioButtonUnchecked, Color.Default, "Open"),
    };

    public static (string Icon, Color Color, string Word, string Meaning) Look(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => (Icons.Material.Filled.CheckCircle, Color.Success, "Pass", "Ship the bootc image alone."),
        GateVerdict.Fail => (Icons.Material.Filled.Cancel, Color.Error, "Fail", "Keep the installer that there is, and file the blockers."),
        GateVerdict.Hybrid => (Icons.Material.Filled.CallSplit, Color.Info, "Hybrid", "Ship both: the bootc image beside the Anaconda ISO."),
        _ => (Icons.Material.Outlined.HourglassEmpty, Color.Default, "Open", "Nothing is decided yet."),
    };

    public static string Look(RiskState state) => state switch
    {
        RiskState.Handled => "Handled",
        RiskState.Unfixable => "Unfixable",
        _ => "Open",
    };
}
