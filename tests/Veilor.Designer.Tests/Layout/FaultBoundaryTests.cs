using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.Tests.Layout;

public sealed class FaultBoundaryTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start =
        DateTimeOffset.Parse("2030-02-01T10:20:30Z", CultureInfo.InvariantCulture);

    private readonly BunitContext _context = new();

    public FaultBoundaryTests()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddMudServices();
        _context.Services.AddSingleton(new ErrorReferences(new FakeTimeProvider(Start)));
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void A_part_that_fails_is_replaced_by_a_notice_with_a_reference()
    {
        var boundary = _context.Render<FaultBoundary>(parameters => parameters
            .AddChildContent<Fragile>(fragile => fragile.Add(part => part.Fails, () => true)));

        var notice = boundary.Find("[role=alert]");
        Assert.Contains("0201-102030-1", notice.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret detail", notice.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_shown_again_when_asked()
    {
        var fails = true;
        var boundary = _context.Render<FaultBoundary>(parameters => parameters
            .AddChildContent<Fragile>(fragile => fragile.Add(part => part.Fails, () => fails)));

        fails = false;
        boundary.Find("button").Click();

        boundary.MarkupMatches("<p>Whole</p>");
    }

    /// <summary>A part of a page that fails when told to.</summary>
    private sealed class Fragile : ComponentBase
    {
        [Parameter]
        public Func<bool> Fails { get; set; } = () => false;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (Fails())
                throw new InvalidOperationException("A secret detail");
            builder.AddMarkupContent(0, "<p>Whole</p>");
        }
    }
}
