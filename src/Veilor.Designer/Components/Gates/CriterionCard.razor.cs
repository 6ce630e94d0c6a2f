using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Components.Gates;

/// <summary>One criterion with its parts, each of which can be ticked by hand.</summary>
public sealed partial class CriterionCard : ComponentBase
{
    private ElementReference _title;
    private string? _edited;
    private bool _hasFocused;

    [Parameter, EditorRequired]
    public required CriterionStanding Standing { get; set; }

    [Parameter, EditorRequired]
    public required GateRecord Record { get; set; }

    /// <summary>The id of the design now.</summary>
    [Parameter, EditorRequired]
    public required string DesignId { get; set; }

    /// <summary>True for a run whose page is there.</summary>
    [Parameter, EditorRequired]
    public required Func<string, bool> IsRunThere { get; set; }

    /// <summary>True when the page was opened for this criterion.</summary>
    [Parameter]
    public bool IsWanted { get; set; }

    [Parameter]
    public EventCallback<GateEvidence> OnRecord { get; set; }

    /// <summary>Asked to take back what was ticked by hand of the part with this id.</summary>
    [Parameter]
    public EventCallback<string> OnWithdraw { get; set; }

    private string TitleId => $"criterion-{Standing.Criterion.Id}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (IsWanted && !_hasFocused)
        {
            _hasFocused = true;
            await _title.FocusAsync();
        }
    }

    private bool HasTick(PartStanding part) => Record.Evidence.Any(item => item.Part == part.Part.Id && item.IsByHand);

    private void Toggle(string part) => _edited = _edited == part ? null : part;

    private void Close() => _edited = null;

    private async Task SaveAsync(GateEvidence evidence)
    {
        _edited = null;
        await OnRecord.InvokeAsync(evidence);
    }
}
