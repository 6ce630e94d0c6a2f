using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Files;

/// <summary>The part that talks with the browser: uploads, drops, and what is in sight.</summary>
public sealed partial class ContentBrowser : IAsyncDisposable
{
    private const string ModulePath = "./Components/Editor/Files/ContentBrowser.razor.js";

    private readonly BrowserWatch<ContentBrowser> _browser;
    private IReadOnlyList<RefusedFile> _refused = [];
    private string _progress = "";
    private int? _reveal;

    public ContentBrowser() => _browser = new(this);

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>Called by the browser before it sends files.</summary>
    /// <param name="folder">The folder that they were dropped on; null for the chosen one.</param>
    /// <param name="names">Their paths below the folder.</param>
    /// <returns>For each the path that it gets; null for one that is refused.</returns>
    [JSInvokable]
    public string?[] BeginUpload(string? folder, string[] names)
    {
        var into = folder ?? (_folderError.Length == 0 && _folder.Length > 0 ? _folder : Tops[0]);
        var refused = new List<RefusedFile>();
        var paths = new string?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var path = into + names[i];
            if (FileStash.Problem(path) is { Length: > 0 } problem)
            {
                refused.Add(new RefusedFile(path, problem));
            }
            else
            {
                paths[i] = path;
            }
        }

        _refused = refused;
        _problem = "";
        ShowProgress(0, names.Length - refused.Count);
        return paths;
    }

    /// <summary>Called by the browser while it sends.</summary>
    [JSInvokable]
    public void ShowProgress(int done, int all)
    {
        _progress = all == 0 ? "" : $"Uploading: {done} of {all}";
        StateHasChanged();
    }

    /// <summary>Called by the browser when everything is sent: all of it joins the design in one step.</summary>
    [JSInvokable]
    public void EndUpload(UploadedFile[] files)
    {
        _progress = "";
        _refused = [.. _refused, .. files.Where(file => file.Key is null).Select(file => new RefusedFile(file.Path, file.Problem ?? "It could not be sent."))];
        var brought = files.Where(file => file.Key is not null).Select(file => new StashedFile(file.Path, file.Key)).ToList();
        if (brought.Count > 0 && Try(() => _edits.Bring(brought)))
        {
            _progress = brought.Count == 1 ? $"{brought[0].Path} is there." : $"{brought.Count} files are there.";
            Reveal(brought[0].Path);
        }

        StateHasChanged();
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _browser.StartAsync(Script, ModulePath, "watchFiles", _root, UploadEndpoint.Url(Editor.Slug));
        }

        if (_reveal is { } index && _browser.Running is not null)
        {
            _reveal = null;
            await _browser.Running.InvokeVoidAsync("reveal", index, RowHeight);
        }

        if (_focus is { } focus)
        {
            _focus = null;
            await Script.FocusFieldAsync(focus);
        }
    }
}
