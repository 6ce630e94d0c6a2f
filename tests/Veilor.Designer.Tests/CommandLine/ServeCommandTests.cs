using System.Net;
using System.Net.Sockets;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary><c>serve</c> as the real executable does it.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData]
    [InlineData("serve")]
    public async Task It_prints_one_line_with_the_link_and_serves_from_any_directory(params string[] command)
    {
        // What a server of another kind would read from the environment opens no other door here.
        using var designer = DesignerProcess.Start(
            [.. command, "--port", "0", "--no-browser", "--workspace", _folder.Of("work")],
            workingDirectory: "/",
            ("ASPNETCORE_URLS", "http://0.0.0.0:0"),
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Logging__LogLevel__Default", "Trace"));
        var link = await designer.LinkAsync();

        Assert.Matches(@"^http://localhost:[0-9]+/\?token=[A-Za-z0-9_-]{43}$", link);
        using var entry = await _client.GetAsync(link);
        var cookie = RunningDesigner.CookieOf(entry);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(link), "/_framework/blazor.web.js"));
        request.Headers.Add("Cookie", cookie);
        using var script = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        using var wrong = await _client.GetAsync(new Uri(new Uri(link), "/?token=wrong-token"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);

        var outcome = await DesignerProcess.StopAsync(designer);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("wrong or used browser token", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('=')[1], outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(cookie.Split('=')[1], outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_a_message_and_status_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var outcome = await DesignerProcess.RunAsync(
            "serve", "--port", $"{port}", "--no-browser", "--workspace", _folder.Of("work"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith($"Port {port} is taken by another program.", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_that_is_a_file_is_a_message_and_status_1()
    {
        await File.WriteAllTextAsync(_folder.Of("file"), "");

        var outcome = await DesignerProcess.RunAsync("--port", "0", "--no-browser", "--workspace", _folder.Of("file"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith($"The workspace {_folder.Of("file")} cannot be used", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "many")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "+80")]
    [InlineData("--workspace")]
    [InlineData("--workspace", "")]
    [InlineData("--no-such-option")]
    [InlineData("no-such-command")]
    [InlineData("serve", "extra")]
    public async Task A_wrong_argument_is_a_message_and_status_2(params string[] arguments)
    {
        var outcome = await DesignerProcess.RunAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.NotEmpty(outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("--version")]
    public async Task Help_is_a_result(params string[] arguments)
    {
        var outcome = await DesignerProcess.RunAsync(arguments);

        Assert.Equal(0, outcome.ExitCode);
        Assert.NotEmpty(outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task The_browser_is_opened_with_a_link_that_works_once_and_is_not_the_printed_one()
    {
        var asked = _folder.Of("asked");
        using var designer = DesignerProcess.Start(
            ["--port", "0", "--workspace", _folder.Of("work")],
            workingDirectory: null,
            ("PATH", $"{BrowserThatWritesTo(asked)}:{Environment.GetEnvironmentVariable("PATH")}"),
            ("DISPLAY", ":77"));
        var printed = await designer.LinkAsync();
        var opened = await FirstLineAsync(asked);

        Assert.StartsWith("http://localhost:", opened, StringComparison.Ordinal);
        Assert.NotEqual(printed, opened, StringComparer.Ordinal);
        using var first = await _client.GetAsync(opened);
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        using var second = await _client.GetAsync(opened);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        await DesignerProcess.StopAsync(designer);
    }

    [Theory]
    [InlineData(":77", "--no-browser")]
    [InlineData(null)]
    [InlineData("")]
    public async Task No_browser_is_opened_unasked_or_without_a_display(string? display, params string[] options)
    {
        var asked = _folder.Of("asked");
        using var designer = DesignerProcess.Start(
            ["--port", "0", "--workspace", _folder.Of("work"), .. options],
            workingDirectory: null,
            ("PATH", $"{BrowserThatWritesTo(asked)}:{Environment.GetEnvironmentVariable("PATH")}"),
            ("DISPLAY", display),
            ("WAYLAND_DISPLAY", null));
        await designer.LinkAsync();

        var outcome = await DesignerProcess.StopAsync(designer);

        Assert.Equal(0, outcome.ExitCode);
        Assert.False(File.Exists(asked));
    }

    /// <summary>Lays down a program in the place of the desktop's launcher, and returns its folder.</summary>
    private string BrowserThatWritesTo(string file)
    {
        var launcher = _folder.Of("bin", "xdg-open");
        Directory.CreateDirectory(_folder.Of("bin"));
        File.WriteAllText(launcher, $"#!/bin/sh\nprintf '%s\\n' \"$1\" > '{file}.part'\nmv '{file}.part' '{file}'\n");
        File.SetUnixFileMode(launcher,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return _folder.Of("bin");
    }

    private static async Task<string> FirstLineAsync(string file)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Time);
        while (!File.Exists(file))
            await Task.Delay(50, patience.Token);
        return (await File.ReadAllLinesAsync(file))[0];
    }
}
