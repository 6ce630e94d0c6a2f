using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Tests.Hosting;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Editor;

public sealed class ExportEndpointTests(RunningDesigner designer) : IClassFixture<RunningDesigner>
{
    [Fact]
    public async Task An_archive_comes_with_what_is_not_saved_yet()
    {
        var session = Create();
        session.Apply(new(ImageFields.Title.Path, "set title", design => ImageFields.Title.Set(design, "Unsaved title")), "tab");

        using var answer = await designer.GetWithCookieAsync($"/designs/{session.Slug}/export.zip");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var image = session.Snapshot.Compiled.Design.Image;
        Assert.Equal($"{image.Name}-{image.Version}.zip", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            DesignBundle.Entries(session.Snapshot.Compiled).Select(entry => entry.Path),
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var text = new StreamReader(archive.GetEntry("Containerfile")!.Open());
        Assert.Contains("Unsaved title", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_document_comes_as_it_is_previewed()
    {
        var session = Create();
        var document = session.Snapshot.Compiled.Documents.First(each => each.Path.Contains('/', StringComparison.Ordinal));

        using var answer = await designer.GetWithCookieAsync(ExportEndpoints.DocumentUrl(session.Slug, document.Path));

        Assert.Equal(document.ToBytes(), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_design_with_an_error_is_refused_in_words()
    {
        var session = Create();
        session.Apply(new(PackagesFields.Remove.Path, "break", design => PackagesFields.Remove.Add(PackagesFields.Install.Add(design, Git), Git)), "tab");

        using var answer = await designer.GetWithCookieAsync($"/designs/{session.Slug}/export.tar.gz");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("VD2001", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/designs/nothing/export.zip")]
    [InlineData("/designs/..%2f..%2fetc/export.zip")]
    [InlineData("/designs/nothing/documents/Containerfile")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var answer = await designer.GetWithCookieAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_cookie_nothing_is_given()
    {
        var session = Create();

        using var answer = await designer.GetAsync(designer.Url($"/designs/{session.Slug}/export.zip"));

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Veilor.Designer.Core.Values.PackageSpec Git => Veilor.Designer.Core.Values.PackageSpec.Parse("git");

    private DesignSession Create()
    {
        var slug = designer.Host.Services.GetRequiredService<DesignLibrary>().CreateFromTemplate("veilor-os").Value!;
        return designer.Host.Services.GetRequiredService<DesignSessions>().Open(slug).Session!;
    }
}
