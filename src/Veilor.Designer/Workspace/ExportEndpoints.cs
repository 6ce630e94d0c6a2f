using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Security;

namespace Veilor.Designer.Workspace;

/// <summary>The downloads of a design: its bundle as an archive, and single documents.</summary>
public static class ExportEndpoints
{
    /// <summary>The URL of a design's bundle.</summary>
    public static string ArchiveUrl(string slug, BundleArchive archive) =>
        $"/designs/{Uri.EscapeDataString(slug)}/export{archive.Extension}";

    /// <summary>The URL of one document of a design.</summary>
    /// <param name="slug">The design.</param>
    /// <param name="path">The document's path in the bundle.</param>
    public static string DocumentUrl(string slug, string path) =>
        $"/designs/{Uri.EscapeDataString(slug)}/documents/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    public static void MapExports(this IEndpointRouteBuilder endpoints)
    {
        foreach (var archive in new[] { BundleArchive.Zip, BundleArchive.TarGz })
        {
            endpoints.MapGet("/designs/{slug}/export" + archive.Extension, (string slug, DesignSessions sessions, HttpContext context) =>
                SendArchiveAsync(slug, archive, sessions, context));
        }

        endpoints.MapGet("/designs/{slug}/documents/{**path}", SendDocumentAsync);
    }

    private static async Task SendArchiveAsync(string slug, BundleArchive archive, DesignSessions sessions, HttpContext context)
    {
        if (sessions.Open(slug).Session is not { } session)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such design", $"The design {slug} does not exist or cannot be read.");
            return;
        }

        var snapshot = session.Snapshot;
        if (BundleExporter.Obstacle(snapshot.Compiled, snapshot.Refused) is { Length: > 0 } obstacle)
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, "This design cannot be exported", obstacle);
            return;
        }

        // Written to a file first: a fault half way must be an answer of its own, not a cut archive.
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        try
        {
            archive.Write(DesignBundle.Entries(snapshot.Compiled), file);
        }
        catch (IOException e)
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, "This design cannot be exported", e.Message);
            return;
        }

        file.Position = 0;
        var image = snapshot.Compiled.Design.Image;
        SetFile(context.Response, archive.ContentType, $"{image.Name}-{image.Version}{archive.Extension}", file.Length);
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task SendDocumentAsync(string slug, string path, DesignSessions sessions, HttpContext context)
    {
        var compiled = sessions.Open(slug).Session?.Snapshot.Compiled;
        if (compiled?.FindDocument(path) is { } document)
        {
            var bytes = document.ToBytes();
            SetFile(context.Response, MediaTypeNames.Application.Octet, Path.GetFileName(path), bytes.Length);
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
        else if (compiled?.Content.Find(path) is { } file)
        {
            await SendFileAsync(file.ToBundleEntry(), context);
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such document", $"The design {slug} has no document {path} now.");
        }
    }

    private static async Task SendFileAsync(BundleEntry file, HttpContext context)
    {
        Stream content;
        try
        {
            content = file.Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, "This file cannot be read", e.Message);
            return;
        }

        await using (content)
        {
            SetFile(context.Response, MediaTypeNames.Application.Octet, Path.GetFileName(file.Path), file.Length);
            await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private static void SetFile(HttpResponse response, string contentType, string name, long length)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = contentType;
        response.ContentLength = length;
    }

    private static Task RefuseAsync(HttpContext context, int status, string title, string text) => new Notice(status, title, text).WriteAsync(context);
}
