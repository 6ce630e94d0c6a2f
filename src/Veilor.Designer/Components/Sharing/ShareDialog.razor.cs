using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Sharing;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Sharing;

namespace Veilor.Designer.Components.Sharing;

/// <summary>The link that holds a design, what it does not hold, and the content id.</summary>
public sealed partial class ShareDialog : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? _module;
    private string? _copied;

    [Inject]
    public required DesignSessions Sessions { get; init; }

    [Inject]
    public required DesignSharing Sharing { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The design to share.</summary>
    [Parameter]
    public string Slug { get; set; } = "";

    private LinkWriting? Link { get; set; }

    private string Problem { get; set; } = "";

    private string Id { get; set; } = "";

    private string Url { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }

    protected override void OnInitialized()
    {
        if (Sessions.Open(Slug).Session is not { } session)
        {
            Problem = "The design is not open any more.";
            return;
        }

        var compiled = session.Snapshot.Compiled;
        try
        {
            Id = DesignId.Of(compiled.Design, compiled.Content).Value;
            Link = Sharing.Write(compiled.Design, compiled.Content, DesignOrigin.TemplateOf(session.Folder));
            Url = Link.Payload is { } payload ? Navigation.ToAbsoluteUri(DesignSharing.PathOf(payload)).AbsoluteUri : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem = $"A file of the design cannot be read: {e.Message}";
        }
    }

    private async Task CopyAsync(string text)
    {
        _module ??= await Script.InvokeAsync<IJSObjectReference>("import", "./js/clipboard.js");
        _copied = await _module.InvokeAsync<bool>("copyText", text) ? text : null;
    }
}
