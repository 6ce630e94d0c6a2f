using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Veilor.Designer.Components.Runs;

/// <summary>A shell command to read and to copy exactly.</summary>
public sealed partial class CommandText : ComponentBase
{
    private bool _isCopied;

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>The command as one line for a POSIX shell.</summary>
    [Parameter, EditorRequired]
    public required string Command { get; set; }

    private async Task CopyAsync()
    {
        await Script.InvokeVoidAsync("navigator.clipboard.writeText", Command);
        _isCopied = true;
    }
}
