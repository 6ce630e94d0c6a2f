using System.Globalization;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Components.Runs;

/// <summary>Chooses how many builds of each design are kept. What a choice would delete is said before it does.</summary>
public sealed partial class RunRetentionForm : ComponentBase
{
    private static readonly int[] Choices = [1, 3, 5, 10, 25];

    private string _keep = "";
    private string _problem = "";
    private IReadOnlyList<BuildRun> _too = [];
    private long? _frees;

    [Inject]
    public required BuildService Builds { get; init; }

    private RunRetention Chosen => new(_keep.Length == 0 ? null : int.Parse(_keep, CultureInfo.InvariantCulture));

    protected override void OnInitialized() => Reset();

    private void Reset()
    {
        _keep = Builds.Retention.KeepForDesign?.ToString(CultureInfo.InvariantCulture) ?? "";
        _too = [];
    }

    private async Task Choose(ChangeEventArgs change)
    {
        _keep = (string?)change.Value ?? "";
        _too = Chosen.Superfluous(Builds.Runs);
        if (_too.Count == 0)
        {
            Apply();
            return;
        }

        var sizes = await Builds.SpaceOfAsync(_too);
        _frees = sizes.Values.Aggregate((long?)0, (sum, size) => sum + size);
    }

    private void Apply()
    {
        try
        {
            Builds.Keep(Chosen);
            _problem = "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problem = $"The choice could not be saved: {exception.Message}";
        }

        Reset();
    }
}
