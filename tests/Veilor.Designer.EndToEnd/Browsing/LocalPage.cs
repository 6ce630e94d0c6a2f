using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Veilor.Designer.EndToEnd.Browsing;

/// <summary>A single page on a free port of 127.0.0.1, with a content security policy: something known for the browser to show.</summary>
internal sealed class LocalPage : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LocalPage(string html)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapGet("/", (HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self' 'nonce-own'; img-src *";
            return Results.Content(html, "text/html; charset=utf-8");
        });
        _server.MapGet("/favicon.ico", () => Results.NoContent());
    }

    public Uri Address => new(_server.Urls.Single());

    public static async Task<LocalPage> StartAsync(string body)
    {
        var page = new LocalPage($"<!DOCTYPE html><html lang=en><title>A local page</title><body>{body}</body></html>");
        await page._server.StartAsync();
        return page;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
