using System.Text.Json;

namespace Veilor.Designer.Builds.Processes;

/// <summary>One container as <c>podman ps --all --external --format json</c> tells of it; the working containers of builds are among them.</summary>
/// <param name="Id">The whole id.</param>
/// <param name="Names">Its names.</param>
/// <param name="Created">When it was made, to the second; null where podman does not say it as it did in versions 4 and 5.</param>
public sealed record ListedContainer(string Id, IReadOnlyList<string> Names, DateTimeOffset? Created)
{
    /// <summary>buildah calls the first of a build from scratch just so, others after their base, and adds a number to a name that is taken.</summary>
    private const string WorkingContainer = "working-container";

    /// <summary>True for one that a build makes for its instructions.</summary>
    public bool IsWorkingContainer => Names.Any(name => name.Contains(WorkingContainer, StringComparison.Ordinal));

    /// <summary>True unless it is certain that it was there before that moment.</summary>
    public bool IsSince(DateTimeOffset moment) => Created is not { } created || created.ToUnixTimeSeconds() >= moment.ToUnixTimeSeconds();

    /// <summary>Reads podman's list; null when it is none.</summary>
    public static IReadOnlyList<ListedContainer>? ReadList(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(Read).OfType<ListedContainer>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ListedContainer? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("Id", out var id) || id.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var names = item.TryGetProperty("Names", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToList()
            : [];
        DateTimeOffset? created = item.TryGetProperty("Created", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt64(out var unix)
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;
        return new ListedContainer(id.GetString()!, names, created);
    }
}
