using Microsoft.AspNetCore.Http.Extensions;

namespace Veilor.Designer.Security;

/// <summary>Makes redirect and link targets that cannot leave this server.</summary>
public static class LocalUrl
{
    private const string Root = "/";

    /// <summary>
    /// The request's own path, encoded, with its query but without <paramref name="leaveOut"/>. A path that a browser
    /// would read as another host (<c>//host</c>, <c>/\host</c>) or that holds control characters becomes <c>/</c>.
    /// </summary>
    public static string Of(HttpRequest request, string leaveOut)
    {
        var path = request.Path;
        if (!IsLocal(path.Value))
            return Root;
        var kept = new QueryBuilder(request.Query
            .Where(parameter => !string.Equals(parameter.Key, leaveOut, StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? ""))));
        return path.ToUriComponent() + kept.ToQueryString().ToUriComponent();
    }

    /// <summary>True for an absolute path on this server, given decoded.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..]
        && path is not ['/', '/' or '\\', ..]
        && !path.Any(char.IsControl);
}
