using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Tests.Hosting;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Editor;

public sealed class UploadEndpointTests(RunningDesigner designer) : IClassFixture<RunningDesigner>
{
    [Fact]
    public async Task A_large_file_is_taken_and_changes_nothing_before_an_edit_names_it()
    {
        var session = Create();
        var content = new byte[40 * 1024 * 1024];
        new Random(1).NextBytes(content);

        using var answer = await PostAsync(session.Slug, "overlay/usr/share/big", content, isLetIn: true);
        var key = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(session.Snapshot.Compiled.Content.Find("overlay/usr/share/big"));
        session.Apply(new DesignEdit("overlay.files", "upload", design => design) { Files = [new StashedFile("overlay/usr/share/big", key)] }, "tab");
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(session.Folder, "overlay/usr/share/big"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("overlay/usr/bin/tool", "#!/bin/sh\n", true)]
    [InlineData("overlay/usr/bin/tool", "\u007fELF", true)]
    [InlineData("overlay/usr/lib64/lib.so", "\u007fELF", false)]
    [InlineData("overlay/etc/motd", "hello", false)]
    [InlineData("overlay/etc/empty", "", false)]
    public async Task A_program_is_known_by_its_first_bytes(string path, string content, bool isExecutable)
    {
        var session = Create();
        using var answer = await PostAsync(session.Slug, path, System.Text.Encoding.Latin1.GetBytes(content), isLetIn: true);
        var key = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        session.Apply(new DesignEdit("overlay.files", "upload", design => design) { Files = [new StashedFile(path, key)] }, "tab");

        Assert.Equal(isExecutable, session.Snapshot.Compiled.Content.Find(path)!.IsExecutable);
    }

    [Theory]
    [InlineData("overlay/../../escape", HttpStatusCode.BadRequest)]
    [InlineData("design.toml", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_path_outside_of_the_content_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await PostAsync(Create().Slug, path, [1], isLetIn: true);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_was_not_let_in_leaves_nothing()
    {
        var session = Create();

        using var answer = await PostAsync(session.Slug, "overlay/etc/x", [1], isLetIn: false);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.False(Directory.Exists(Path.Combine(session.Folder, FileStash.FolderName)));
    }

    [Fact]
    public async Task A_design_that_does_not_exist_is_not_found()
    {
        using var answer = await PostAsync("nothing", "overlay/etc/x", [1], isLetIn: true);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private DesignSession Create()
    {
        var services = designer.Host.Services;
        return services.GetRequiredService<DesignSessions>().Open(services.GetRequiredService<DesignLibrary>().CreateFromTemplate("minimal").Value!).Session!;
    }

    private async Task<HttpResponseMessage> PostAsync(string slug, string path, byte[] content, bool isLetIn)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, designer.Url($"{UploadEndpoint.Url(slug)}?path={Uri.EscapeDataString(path)}"))
        {
            Content = new ByteArrayContent(content),
        };
        if (isLetIn)
        {
            request.Headers.TryAddWithoutValidation("Cookie", designer.Cookie);
            request.Headers.TryAddWithoutValidation("Origin", designer.Url("/").GetLeftPart(UriPartial.Authority));
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
