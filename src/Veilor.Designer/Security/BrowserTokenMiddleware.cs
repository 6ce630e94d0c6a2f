namespace Veilor.Designer.Security;

/// <summary>
/// Lets a browser in that holds the cookie, and hands the cookie to one that brings the token in its URL. Everything
/// behind it (pages, files, downloads, <c>/_blazor</c>) is closed to other users of the machine and to their programs.
/// </summary>
public sealed partial class BrowserTokenMiddleware(
    RequestDelegate next,
    BrowserAccess access,
    ILogger<BrowserTokenMiddleware> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var hasCookie = access.IsCookie(request.Cookies[access.CookieName]);
        if (!request.Query.TryGetValue(BrowserAccess.TokenParameter, out var token))
            return hasCookie ? next(context) : RefuseAsync(context, "This browser is not let in yet");

        // A browser that is in already may come by an old link: it needs no token.
        if (!hasCookie)
        {
            if (token.Count != 1 || !access.Redeem(token[0]))
            {
                LogWrongToken();
                return RefuseAsync(context, "The token in this link is not valid");
            }
            context.Response.Cookies.Append(access.CookieName, access.CookieValue, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            });
        }
        return RedirectAsync(context);
    }

    /// <summary>Goes on to the same URL without the token, so that no history, bookmark or screenshot keeps it.</summary>
    private static Task RedirectAsync(HttpContext context)
    {
        var target = LocalUrl.Of(context.Request, BrowserAccess.TokenParameter);
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "" or "none" or "same-origin")
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        }

        // A redirect keeps its first page as initiator, and a strict cookie stays behind when that is another site's
        // (a terminal in a web page). A page of our own that moves on by itself is the initiator of the next request.
        context.Response.Headers["Refresh"] = $"0; url={target}";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            "<!DOCTYPE html><html lang=\"en\"><title>Veilor Designer</title><p>Opening Veilor Designer…</p></html>\n",
            context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, string title)
    {
        context.Response.Headers.WWWAuthenticate = "BrowserToken";
        return new Notice(
            StatusCodes.Status401Unauthorized,
            title,
            "Open the link that Veilor Designer printed in the terminal when it started. It ends in ?token= and a long "
            + "word. After a restart there is a new link; designs are kept.")
        {
            // A visit that comes from another site brings no strict cookie; a click on our own page does.
            RetryPath = LocalUrl.Of(context.Request, BrowserAccess.TokenParameter),
        }.WriteAsync(context);
    }

    [LoggerMessage(LogLevel.Warning, "A request with a wrong or used browser token was refused.")]
    private partial void LogWrongToken();
}
