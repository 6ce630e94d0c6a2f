namespace Veilor.Designer.Security;

/// <summary>The one gate before everything that is served.</summary>
public static class Gate
{
    /// <summary>
    /// Adds the checks in their order: cheap and public first, the secret last. Routing must come after it, since
    /// routing answers short-circuited endpoints by itself.
    /// </summary>
    public static IApplicationBuilder UseGate(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeadersMiddleware>()
        .UseMiddleware<HostCheckMiddleware>()
        .UseMiddleware<MethodCheckMiddleware>()
        .UseMiddleware<OriginCheckMiddleware>()
        .UseMiddleware<FetchSiteCheckMiddleware>()
        .UseMiddleware<BrowserTokenMiddleware>();
}
