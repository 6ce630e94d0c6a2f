using Microsoft.JSInterop;

namespace Veilor.Designer.Components.Fields;

/// <summary>Brings the keyboard to a field. Elements carry the path of what they edit as their id.</summary>
public static class FieldFocus
{
    private const string Module = "./js/fields.js";

    /// <summary>Scrolls to the element of the path, or of the nearest path around it that the page has, and focuses it.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="path">The path.</param>
    /// <param name="from">The id of the element that the keyboard leaves, or is gone with; a person who went on elsewhere in the meantime keeps it. Null takes it from wherever it is.</param>
    public static async ValueTask FocusFieldAsync(this IJSRuntime script, string path, string? from = null)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", Module);
            await module.InvokeVoidAsync("focusField", path, from);
        }
        catch (JSDisconnectedException)
        {
            // The page was closed in between; there is nobody to bring anywhere.
        }
    }

    /// <summary>The id of the element that has the keyboard; empty when none with an id has it.</summary>
    public static async ValueTask<string> FindFocusAsync(this IJSRuntime script)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", Module);
            return await module.InvokeAsync<string?>("activeId") ?? "";
        }
        catch (JSDisconnectedException)
        {
            return "";
        }
    }
}
