using Microsoft.AspNetCore.Components;
using MudBlazor;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Components.Runs;

/// <summary>
/// The files of a run with their checksums. Once the run has ended each file is compared with its own, one after another: a disk takes a while.
/// </summary>
public sealed partial class ArtifactTable : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly Dictionary<string, ProofState> _states = new(StringComparer.Ordinal);
    private IReadOnlyList<BuiltFile>? _checked;

    [Inject]
    public required BuildService Builds { get; init; }

    [Parameter, EditorRequired]
    public required BuildRun Run { get; set; }

    /// <summary>What it has made.</summary>
    [Parameter, EditorRequired]
    public required RunResults Results { get; set; }

    /// <summary>Asked to boot the file with this path.</summary>
    [Parameter]
    public EventCallback<string> OnBoot { get; set; }

    /// <summary>In words, what is not as the run made it; null when nothing is known to be.</summary>
    private string? Problem
    {
        get
        {
            var changed = Results.Files.Where(file => StateOf(file) is ProofState.Differs).Select(file => file.Path).Union(Run.IsEnded ? Results.Altered : [], StringComparer.Ordinal).ToList();
            string[] sentences =
            [
                .. changed.Count > 0 ? new[] { $"Changed since the build: {string.Join(", ", changed)}." } : [],
                .. Run.IsEnded && Results.Missing.Count > 0 ? new[] { $"Made by the build and gone: {string.Join(", ", Results.Missing)}." } : [],
            ];
            return sentences.Length == 0 ? null : string.Join(' ', sentences);
        }
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!Run.IsEnded || ReferenceEquals(_checked, Results.Files))
        {
            return;
        }

        _checked = Results.Files;
        _states.Clear();
        try
        {
            foreach (var file in Results.Files.Where(file => file.Path != RunPaths.Checksums))
            {
                var state = await Builds.CheckAsync(Run.Id, file, _left.Token);
                if (!ReferenceEquals(_checked, Results.Files))
                {
                    return;
                }

                _states[file.Path] = state;
                StateHasChanged();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private ProofState? StateOf(BuiltFile file) => _states.TryGetValue(file.Path, out var state) ? state : null;

    private (string Icon, Color Color, string Word) LookOf(BuiltFile file) => StateOf(file) switch
    {
        _ when file.Path == RunPaths.Checksums => (Icons.Material.Outlined.FactCheck, Color.Default, "the checksums themselves"),
        ProofState.Holds => (Icons.Material.Filled.CheckCircle, Color.Success, "as it was built"),
        ProofState.Differs => (Icons.Material.Filled.Error, Color.Error, "changed since the build"),
        ProofState.Unreadable => (Icons.Material.Filled.Warning, Color.Warning, "cannot be read"),
        ProofState.None => (Icons.Material.Filled.RemoveCircleOutline, Color.Default, "no checksum"),
        _ when Run.IsEnded => (Icons.Material.Outlined.HourglassEmpty, Color.Default, "being compared…"),
        _ when file.Sha256.Length > 0 => (Icons.Material.Outlined.FactCheck, Color.Default, "has a checksum"),
        _ => (Icons.Material.Outlined.HourglassEmpty, Color.Default, "no checksum yet"),
    };

    private string Url(BuiltFile file) => $"/runs/{Run.Id}/artifacts/{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}";
}
