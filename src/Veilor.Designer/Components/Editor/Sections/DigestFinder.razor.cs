using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Registries;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>Pins the base: asks the registry for its digest and puts it into the design as one step that undo takes back.</summary>
public sealed partial class DigestFinder : ComponentBase, IDisposable
{
    private CancellationTokenSource? _asking;
    private DigestAnswer? _answer;
    private ImageReference? _asked;
    private bool _isAsking;

    [Inject]
    public required DigestLookup Lookup { get; init; }

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    private string State => _isAsking ? $"Asking for {_asked}…"
        : _answer is null ? "Asks the registry with skopeo; nothing is asked before you click."
        : _answer.Trouble ?? $"{_asked} is {_answer.Digest} now.";

    public void Dispose()
    {
        _asking?.Cancel();
        _asking?.Dispose();
    }

    private async Task AskAsync(Func<ImageReference, CancellationToken, Task<DigestAnswer>> ask)
    {
        var reference = Editor.Design.Image.Base;
        (_asked, _answer, _isAsking) = (reference, null, true);
        _asking?.Dispose();
        _asking = new CancellationTokenSource();
        try
        {
            _answer = await ask(reference, _asking.Token);
        }
        catch (OperationCanceledException)
        {
            _answer = new DigestAnswer(null, "Stopped.");
        }
        finally
        {
            _isAsking = false;
        }

        if (_answer.Digest is { } digest)
        {
            Editor.Apply(new DesignEdit(ImageFields.Digest.Path, "pin the base by its digest", design => design.Image.Base == reference ? ImageFields.Digest.Set(design, digest) : design));
        }
    }

    private Task CancelAsync() => _asking?.CancelAsync() ?? Task.CompletedTask;
}
