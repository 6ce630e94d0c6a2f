namespace Veilor.Designer.Security;

/// <summary>
/// Refuses every request whose <c>Host</c> is not ours. Without it a page of a foreign name that resolves to
/// 127.0.0.1 shares our origin (DNS rebinding).
/// </summary>
public sealed class HostCheckMiddleware(RequestDelegate next, ServedAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (address.IsHost(context.Request.Host.Value))
            return next(context);
        return new Notice(
            StatusCodes.Status403Forbidden,
            "This host name is not served here",
            $"Veilor Designer answers only on this machine. Open {address.Root} instead.").WriteAsync(context);
    }
}
