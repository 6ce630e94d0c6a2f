using Microsoft.AspNetCore.Components;

namespace Veilor.Designer.Components.Runs;

/// <summary>A duration that counts on while it has no end. Nothing before it has a start.</summary>
public sealed partial class ElapsedText : ComponentBase, IDisposable
{
    private ITimer? _timer;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter]
    public DateTimeOffset? Start { get; set; }

    [Parameter]
    public DateTimeOffset? End { get; set; }

    private string Text => Start is { } start ? RunFormat.Duration((End ?? Time.GetUtcNow()) - start) : "";

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet()
    {
        var isCounting = Start is not null && End is null;
        if (isCounting && _timer is null)
        {
            _timer = Time.CreateTimer(
                _ => _ = InvokeAsync(StateHasChanged), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }
        else if (!isCounting)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }
}
