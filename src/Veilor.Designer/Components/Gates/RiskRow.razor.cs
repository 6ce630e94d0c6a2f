using Microsoft.AspNetCore.Components;
using MudBlazor;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Components.Gates;

/// <summary>One migration risk and what a person says of it.</summary>
public sealed partial class RiskRow : ComponentBase
{
    private bool _isOpen;
    private RiskState _state;
    private string _note = "";
    private string _reproducer = "";

    [Parameter, EditorRequired]
    public required GateRisk Risk { get; set; }

    [Parameter, EditorRequired]
    public required RiskMark Mark { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The design, from which a first reproducer is made.</summary>
    [Parameter, EditorRequired]
    public required ImageDesign Design { get; set; }

    /// <summary>Given what is to be written down; its date is added there.</summary>
    [Parameter]
    public EventCallback<RiskMark> OnMark { get; set; }

    private string Icon => Mark.State switch
    {
        RiskState.Handled => Icons.Material.Filled.CheckCircle,
        RiskState.Unfixable => Icons.Material.Filled.Cancel,
        _ => Icons.Material.Outlined.RadioButtonUnchecked,
    };

    private void Toggle()
    {
        _isOpen = !_isOpen;
        (_state, _note) = (Mark.State, Mark.Note);
        _reproducer = Mark.Reproducer.Length == 0 ? GateIssue.Reproducer(Risk.Number, Design) : Mark.Reproducer;
    }

    private async Task SaveAsync()
    {
        _isOpen = false;
        var keepsReproducer = _state == RiskState.Unfixable || Mark.Reproducer.Length > 0;
        await OnMark.InvokeAsync(new RiskMark(Risk.Number, _state, default) { Note = _note.Trim(), Reproducer = keepsReproducer ? _reproducer.Trim() : "" });
    }
}
