using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Builds;

/// <summary>What of a run is fetched as a file.</summary>
public static class RunEndpoints
{
    /// <summary>
    /// Maps <c>GET /runs/ID/log</c>: the whole log as the processes wrote it, while the run goes on as well. It stands behind the
    /// same gate as every page. <c>GET /runs/ID/text?first=N&amp;last=N</c> is lines of it without escapes.
    /// <c>GET /runs/ID/artifacts/PATH</c> is a file that the run made.
    /// </summary>
    public static IEndpointRouteBuilder MapRuns(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/runs/{id}/log", (string id, BuildService builds) =>
        {
            if (!RunId.TryParse(id, out var run) || builds.Find(run) is null || !File.Exists(builds.LogPathOf(run)))
            {
                return Results.NotFound();
            }

            var log = new FileStream(
                builds.LogPathOf(run), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous);
            return Results.Stream(log, "text/plain; charset=utf-8", $"{run}.log");
        });
        endpoints.MapGet("/runs/{id}/artifacts/{**path}", IResult (string id, string path, BuildService builds) =>
            RunId.TryParse(id, out var run) && builds.Find(run) is not null && ArtifactFolder.Find(builds.ArtifactsFolderOf(run), path) is { } file
                ? TypedResults.PhysicalFile(file, "application/octet-stream", $"{run}-{Path.GetFileName(file)}", enableRangeProcessing: true)
                : TypedResults.NotFound());
        endpoints.MapGet("/runs/{id}/text", IResult (
            string id, long first, long last, BuildService builds, bool output = true, bool error = true, bool notes = true, LogSeverity least = LogSeverity.Ordinary) =>
            RunId.TryParse(id, out var run) && builds.OpenLog(run) is { } log
                ? TypedResults.Stream(
                    async target =>
                    {
                        using (log)
                        {
                            await LogTextEndpoint.WriteAsync(log, new LogFilter(output, error, notes, least), first, last, target, CancellationToken.None);
                        }
                    },
                    "text/plain; charset=utf-8")
                : TypedResults.NotFound());
        return endpoints;
    }
}
