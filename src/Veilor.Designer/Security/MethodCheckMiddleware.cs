namespace Veilor.Designer.Security;

/// <summary>Refuses methods that nothing here uses. Pages and files are read; forms and the circuit post.</summary>
public sealed class MethodCheckMiddleware(RequestDelegate next)
{
    private const string Allowed = "GET, HEAD, POST";

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.Headers.Allow = Allowed;
        return new Notice(
            StatusCodes.Status405MethodNotAllowed,
            "This method is not used here",
            $"The methods are {Allowed}.").WriteAsync(context);
    }
}
