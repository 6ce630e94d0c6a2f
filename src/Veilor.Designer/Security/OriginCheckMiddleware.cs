using Microsoft.Extensions.Primitives;

namespace Veilor.Designer.Security;

/// <summary>
/// Refuses requests that pages of other origins make. An <c>Origin</c>, when there is one, must be that of the
/// address asked for; a WebSocket must bring one, because browsers do not apply the same-origin policy to it.
/// Another service on this machine (<c>http://localhost:3000</c>) is a foreign origin too, although it shares our
/// cookies. Runs after <see cref="HostCheckMiddleware"/>, which vouches for the host.
/// </summary>
public sealed class OriginCheckMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        var isAccepted = origin.Count == 0
            ? !IsWebSocketUpgrade(context)
            : IsOwn(origin, context.Request.Host);
        if (isAccepted)
            return next(context);
        return new Notice(
            StatusCodes.Status403Forbidden,
            "The request comes from another page",
            "Only pages of this server may use it. Open Veilor Designer in a tab of its own.").WriteAsync(context);
    }

    private static bool IsOwn(StringValues origin, HostString host) =>
        origin.Count == 1
        && string.Equals(origin[0], ServedAddress.OriginOf(host.Value!), StringComparison.OrdinalIgnoreCase);

    private static bool IsWebSocketUpgrade(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || context.Request.Headers.Upgrade.Any(value =>
            value?.Contains("websocket", StringComparison.OrdinalIgnoreCase) is true);
}
