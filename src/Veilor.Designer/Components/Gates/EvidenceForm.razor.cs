using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Components.Gates;

/// <summary>What a person has seen of a part. Design and date are added where it is written down.</summary>
public sealed partial class EvidenceForm : ComponentBase
{
    private GateFinding _finding;
    private string _text = "";
    private string _link = "";
    private string _file = "";
    private bool _isEmpty;

    [Parameter, EditorRequired]
    public required GatePart Part { get; set; }

    [Parameter]
    public EventCallback<GateEvidence> OnSave { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private async Task SaveAsync()
    {
        var evidence = new GateEvidence(Part.Id, _finding, DesignId: "", Date: default, _text.Trim()) { Link = _link.Trim(), File = _file.Trim() };
        _isEmpty = evidence is { Text: "", Link: "", File: "" };
        if (!_isEmpty)
        {
            await OnSave.InvokeAsync(evidence);
        }
    }
}
