using Veilor.Designer.Builds;
using Veilor.Designer.Components;
using Veilor.Designer.Gates;
using Veilor.Designer.Security;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Hosting;

/// <summary>What a request passes on its way: the gate, then errors and missing pages, then the endpoints.</summary>
public static class DesignerPipeline
{
    public const string NotFoundPath = "/not-found";

    public static void UseDesigner(this WebApplication app)
    {
        app.UseGate();
        app.UseExceptionHandler(error => error.Run(AnswerErrorAsync));
        app.UseStatusCodePagesWithReExecute(NotFoundPath);
        // Named here, because otherwise it is put before the gate.
        app.UseRouting();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapExports();
        app.MapUploads();
        app.MapRuns();
        app.MapGates();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            // The gate writes the whole policy; a second header would stand beside it.
            server.ContentSecurityFrameAncestorsPolicy = null;
            // Loopback has bandwidth to spare, and text that is compressed beside a secret can give it away.
            server.DisableWebSocketCompression = true;
        });
    }

    private static Task AnswerErrorAsync(HttpContext context)
    {
        var reference = context.RequestServices.GetRequiredService<ErrorReferences>().Next();
        context.RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(DesignerPipeline))
            .LogError("The failed request above has the reference {Reference}.", reference);
        return new Notice(
            StatusCodes.Status500InternalServerError,
            "This page could not be made",
            $"It is a fault of Veilor Designer. The terminal shows more under the reference {reference}. "
            + "Designs on the disk are not touched.").WriteAsync(context);
    }
}
