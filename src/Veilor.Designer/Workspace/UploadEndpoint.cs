using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Veilor.Designer.Security;

namespace Veilor.Designer.Workspace;

/// <summary>
/// Takes the content of one file for a design. It waits in the session's stash and changes nothing until an edit names
/// its key, so that a folder of many files comes in as one step of undo.
/// </summary>
public static class UploadEndpoint
{
    /// <summary>The largest file. An image layer above it is a mistake more often than a wish.</summary>
    public const long LargestFile = 4L * 1024 * 1024 * 1024;

    private static ReadOnlySpan<byte> ScriptStart => "#!"u8;

    private static ReadOnlySpan<byte> ElfStart => [0x7f, (byte)'E', (byte)'L', (byte)'F'];

    /// <summary>The URL that files of a design are posted to.</summary>
    public static string Url(string slug) => $"/designs/{Uri.EscapeDataString(slug)}/files";

    public static void MapUploads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/designs/{slug}/files", TakeAsync);

    /// <summary>A browser tells no mode. A script says itself that it is run; a binary is a program where programs are.</summary>
    /// <param name="path">Where the file will lie.</param>
    /// <param name="start">Its first bytes.</param>
    public static bool IsProgram(string path, ReadOnlySpan<byte> start) =>
        start.StartsWith(ScriptStart)
        || (start.StartsWith(ElfStart) && (path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/sbin/", StringComparison.Ordinal) || path.Contains("/libexec/", StringComparison.Ordinal)));

    private static async Task TakeAsync(string slug, string path, DesignSessions sessions, HttpContext context)
    {
        if (sessions.Find(slug) is not { } session)
        {
            await new Notice(StatusCodes.Status404NotFound, "There is no such design", $"The design {slug} is not open.").WriteAsync(context);
            return;
        }

        if (FileStash.Problem(path) is { Length: > 0 } problem)
        {
            await new Notice(StatusCodes.Status400BadRequest, "This file cannot be taken", problem).WriteAsync(context);
            return;
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestFile;
        try
        {
            var key = await session.Files.AddAsync(context.Request.Body, start => IsProgram(path, start.Span), context.RequestAborted);
            context.Response.ContentType = MediaTypeNames.Text.Plain;
            await context.Response.WriteAsync(key, context.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await new Notice(StatusCodes.Status413PayloadTooLarge, "This file is too large", "A file can have at most 4 GiB.").WriteAsync(context);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !context.RequestAborted.IsCancellationRequested)
        {
            await new Notice(StatusCodes.Status409Conflict, "This file cannot be kept", e.Message).WriteAsync(context);
        }
    }
}
