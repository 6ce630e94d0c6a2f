using Microsoft.Playwright;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>Counts what comes to a page over the network: answers as they are on the wire, headers too, and messages of its socket.</summary>
internal sealed class Transfer
{
    private long _requestBytes;
    private long _socketBytes;

    public long RequestBytes => Interlocked.Read(ref _requestBytes);

    public long SocketBytes => Interlocked.Read(ref _socketBytes);

    public static async Task<Transfer> CountAsync(IPage page)
    {
        var transfer = new Transfer();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.loadingFinished").OnEvent += (_, message) =>
            Interlocked.Add(ref transfer._requestBytes, message is { } each ? (long)each.GetProperty("encodedDataLength").GetDouble() : 0);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
            Interlocked.Add(ref transfer._socketBytes, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        await session.SendAsync("Network.enable");
        return transfer;
    }
}
