using Microsoft.Extensions.Primitives;

namespace Veilor.Designer.Security;

/// <summary>
/// Refuses what other sites' pages load from here: scripts, images, frames, fetches. Reads the fetch metadata that
/// browsers add and pages cannot forge (W3C Fetch Metadata Request Headers). A link that is followed from elsewhere
/// into a tab of its own passes, since it carries no cookie across sites and changes nothing. Clients that send no
/// metadata pass; the token still stands before them.
/// </summary>
public sealed class FetchSiteCheckMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsAccepted(context.Request))
            return next(context);
        return new Notice(
            StatusCodes.Status403Forbidden,
            "The request comes from another site",
            "Only pages of this server may load parts of it. Open Veilor Designer in a tab of its own.")
            .WriteAsync(context);
    }

    private static bool IsAccepted(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        return site.Count == 0
            || Is(site, "same-origin")
            || Is(site, "none")
            || ((Is(site, "same-site") || Is(site, "cross-site")) && IsTopLevelVisit(request));
    }

    private static bool IsTopLevelVisit(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && Is(request.Headers["Sec-Fetch-Mode"], "navigate")
        && Is(request.Headers["Sec-Fetch-Dest"], "document");

    private static bool Is(StringValues header, string value) =>
        header.Count == 1 && string.Equals(header[0], value, StringComparison.Ordinal);
}
