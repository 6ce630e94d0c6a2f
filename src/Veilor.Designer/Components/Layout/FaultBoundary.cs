using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.JSInterop;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.Components.Layout;

/// <summary>
/// Shows a notice instead of content that failed, with a reference under which the log has the whole error. The rest
/// of the page goes on.
/// </summary>
public sealed partial class FaultBoundary : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject]
    public required ErrorReferences References { get; init; }

    [Inject]
    public required ILogger<FaultBoundary> Logger { get; init; }

    /// <summary>
    /// A page that was left is no fault: there is nobody to show a notice to, and nothing to mend.
    /// <seealso cref="LeftPageBoundary"/>
    /// </summary>
    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is JSDisconnectedException)
        {
            return Task.CompletedTask;
        }

        _reference = References.Next();
        LogFault(Logger, _reference, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<FaultNotice>(1);
        builder.AddComponentParameter(2, nameof(FaultNotice.Reference), _reference);
        builder.AddComponentParameter(3, nameof(FaultNotice.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(LogLevel.Error, "A part of the page failed. Reference {Reference}.")]
    private static partial void LogFault(ILogger logger, string reference, Exception exception);
}
