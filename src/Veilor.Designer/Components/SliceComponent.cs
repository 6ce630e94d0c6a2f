using Microsoft.AspNetCore.Components;

namespace Veilor.Designer.Components;

/// <summary>
/// A component that shows a slice of the design. When its parent renders it renders only if the slice changed; after an
/// event of its own it always renders. The pages render after every edit of any tab and after every draft that is left.
/// </summary>
/// <remarks>
/// The answer belongs to the moment in which the parent sets the parameters. A component that waits for its turn to
/// render is not asked (<c>ComponentBase.StateHasChanged</c> returns early), so an answer that is kept for the next
/// question would swallow the next event of the component: a refusal would be set and never shown.
/// </remarks>
public abstract class SliceComponent : ComponentBase
{
    private bool _isBeingSet;
    private bool _isChanged;

    public sealed override Task SetParametersAsync(ParameterView parameters)
    {
        _isBeingSet = true;
        try
        {
            return base.SetParametersAsync(parameters);
        }
        finally
        {
            _isBeingSet = false;
        }
    }

    /// <summary>Takes in what the component shows. Called whenever the parent has set the parameters.</summary>
    /// <returns>True when something that is shown has changed since the last call.</returns>
    protected abstract bool ReadSlice();

    protected sealed override void OnParametersSet() => _isChanged = ReadSlice();

    protected sealed override bool ShouldRender() => !_isBeingSet || _isChanged;
}
