using System.Net;
using System.Net.Sockets;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.Tests.Hosting;

public sealed class LoopbackSocketsTests
{
    [Fact]
    public void A_free_port_is_the_same_on_both_addresses()
    {
        using var sockets = LoopbackSockets.Listen(0);

        Assert.NotEqual(0, sockets.Port);
        Assert.All(sockets.EndPoints, endPoint => Assert.Equal(sockets.Port, endPoint.Port));
        Assert.Equal(IPAddress.Loopback, sockets.EndPoints[0].Address);
        Assert.All(sockets.EndPoints.Skip(1), endPoint => Assert.Equal(IPAddress.IPv6Loopback, endPoint.Address));
    }

    [Fact]
    public void A_port_that_another_program_listens_on_is_taken_on_either_address()
    {
        IReadOnlyList<IPEndPoint> endPoints;
        using (var sockets = LoopbackSockets.Listen(0))
            endPoints = sockets.EndPoints;

        Assert.All(endPoints, endPoint =>
        {
            using var other = new TcpListener(endPoint);
            other.Start();

            var e = Assert.Throws<PortUnavailableException>(() => LoopbackSockets.Listen(endPoint.Port));

            Assert.Contains($"Port {endPoint.Port} is taken", e.Message, StringComparison.Ordinal);
            Assert.Contains("--port", e.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_chosen_port_is_ours_at_once()
    {
        using var sockets = LoopbackSockets.Listen(0);

        Assert.Throws<PortUnavailableException>(() => LoopbackSockets.Listen(sockets.Port));
    }
}
