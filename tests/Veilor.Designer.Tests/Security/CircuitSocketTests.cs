using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Veilor.Designer.Hosting;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.Security;

/// <summary>Who may open a WebSocket to the circuit, and how much it carries.</summary>
public sealed class CircuitSocketTests(RunningDesigner designer) : IClassFixture<RunningDesigner>
{
    private string OwnOrigin => $"http://localhost:{designer.Host.Address.Port}";

    [Fact]
    public async Task Our_own_page_may_open_it()
    {
        using var socket = new ClientWebSocket();
        await OpenAsync(socket, OwnOrigin, designer.Cookie);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("http://attacker.example")]
    [InlineData("http://localhost:1")]
    [InlineData("http://localhost")]
    public async Task A_missing_or_foreign_origin_is_refused(string? origin)
    {
        using var socket = new ClientWebSocket();

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(socket, origin, designer.Cookie));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Without_the_cookie_it_is_refused()
    {
        using var socket = new ClientWebSocket();

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(socket, OwnOrigin, cookie: null));
        Assert.Equal(HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_large_paste_does_not_end_the_circuit()
    {
        using var socket = new ClientWebSocket();
        await OpenAsync(socket, OwnOrigin, designer.Cookie);
        await ShakeHandsAsync(socket);

        await socket.SendAsync(CircuitMessage.Invocation(argumentLength: 1024 * 1024),
            WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);

        // The method does not exist, so the answer is its failure: the message was read, and the circuit goes on.
        Assert.Equal(CircuitMessage.CompletionType, await NextMessageTypeAsync(socket));
    }

    [Fact]
    public async Task A_message_beyond_the_limit_ends_it()
    {
        using var socket = new ClientWebSocket();
        await OpenAsync(socket, OwnOrigin, designer.Cookie);
        await ShakeHandsAsync(socket);

        await socket.SendAsync(CircuitMessage.Invocation(DesignerServices.MaxCircuitMessageBytes + 1),
            WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);

        Assert.Equal(CircuitMessage.CloseType, await NextMessageTypeAsync(socket));
    }

    private async Task OpenAsync(ClientWebSocket socket, string? origin, string? cookie)
    {
        var connection = await NegotiateAsync();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        if (cookie is not null)
            socket.Options.SetRequestHeader("Cookie", cookie);
        var url = new UriBuilder(designer.Url($"/_blazor?id={connection}")) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(url, TestContext.Current.CancellationToken);
    }

    private async Task<string> NegotiateAsync()
    {
        using var answer = await designer.SendAsync(HttpMethod.Post,
            designer.Url("/_blazor/negotiate?negotiateVersion=1"), ("Cookie", designer.Cookie), ("Origin", OwnOrigin));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("connectionToken").GetString()!;
    }

    private static async Task ShakeHandsAsync(ClientWebSocket socket)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
            WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        var answer = await ReceiveAsync(socket);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer));
    }

    /// <summary>The type of the next message that is not a ping.</summary>
    private static async Task<int> NextMessageTypeAsync(ClientWebSocket socket)
    {
        while (true)
        {
            var type = CircuitMessage.TypeOf(await ReceiveAsync(socket));
            if (type != CircuitMessage.PingType)
                return type;
        }
    }

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Time);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, patience.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return message.ToArray();
    }
}
