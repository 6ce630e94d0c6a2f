using System.Text.Encodings.Web;
using Microsoft.Net.Http.Headers;

namespace Veilor.Designer.Security;

/// <summary>
/// An answer in words to a request that cannot be served: what is wrong, and what to do about it. It needs no other
/// file and no script, so it can be shown to a browser that may load nothing.
/// </summary>
/// <param name="Status">The HTTP status code, 4xx or 5xx.</param>
/// <param name="Title">The problem in a few words.</param>
/// <param name="Remedy">What the person at the browser can do, in whole sentences.</param>
public sealed record Notice(int Status, string Title, string Remedy)
{
    /// <summary>A path of this server to try again, or null when trying again cannot help.</summary>
    public string? RetryPath { get; init; }

    /// <summary>Writes a page for a browser, plain text for everything else.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        var isPage = WantsHtml(context.Request);
        context.Response.ContentType = isPage ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
        var body = isPage ? Page() : $"{Title}\n{Remedy}\n";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static bool WantsHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private string Page()
    {
        var title = HtmlEncoder.Default.Encode(Title);
        var retry = RetryPath is null
            ? ""
            : $"""<p><a href="{HtmlEncoder.Default.Encode(RetryPath)}">Try again</a></p>""";
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}} · Veilor Designer</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 15vh auto 0; max-width: 36rem; padding: 0 1.5rem; }
            h1 { font-size: 1.375rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            <p>{{HtmlEncoder.Default.Encode(Remedy)}}</p>
            {{retry}}
            </main>
            </body>
            </html>

            """;
    }
}
