using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Builds;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class RunEndpointTests
{
    [Fact]
    public async Task The_raw_log_is_served_as_it_was_written_and_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddBuilds(_ => folder.Path);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapRuns();
        await app.StartAsync();
        var builds = app.Services.GetRequiredService<BuildService>();
        var started = await builds.StartAsync(new BuildRequest(
            "demo", "Demo", [], new("localhost/demo:1", [Bash("printf '\\033[31mred\\033[0m\\377\\n<b>'")])));
        var id = started.Run!.Id;
        while (!builds.Find(id)!.IsEnded)
        {
            await Task.Delay(10);
        }

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var answer = await client.GetAsync($"/runs/{id}/log");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal([.. "\x1b[31mred\x1b[0m"u8, 0xFF, .. "\n<b>\n"u8], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("red\ufffd\n<b>\n", await client.GetStringAsync($"/runs/{id}/text?first=1&last=9007199254740991"));
        Assert.Equal("<b>\n", await client.GetStringAsync($"/runs/{id}/text?first=2&last=2"));
        Assert.Equal("", await client.GetStringAsync($"/runs/{id}/text?first=1&last=2&least=Error"));
        foreach (var path in (string[])["/runs/nonsense/text?first=1&last=2", "/runs/nonsense/log", "/runs/20200101-000000-000/log", "/runs/..%2f..%2fetc/log"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }
    }
}
