using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;
using MudBlazor;
using MudBlazor.Services;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.Tests.Layout;

public sealed class FaultBoundaryTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start =
        DateTimeOffset.Parse("2030-02-01T10:20:30Z", CultureInfo.InvariantCulture);

    private readonly BunitContext _context = new();
    private readonly KeptLog _log = new();

    private static JSDisconnectedException Gone => new("The circuit has disconnected.");

    public FaultBoundaryTests()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddMudServices();
        _context.Services.AddSingleton<ILogger<FaultBoundary>>(_log);
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

    [Fact]
    public void A_part_that_goes_on_when_its_page_was_left_leaves_nothing_in_the_log()
    {
        _context.Render<FaultBoundary>(parameters => parameters
            .AddChildContent<Fragile>(fragile => fragile.Add(part => part.Fails, () => throw Gone)));
        Assert.Empty(_log.Entries);
    }

    [Fact]
    public void A_page_that_was_left_while_an_item_of_its_menu_is_chosen_is_no_unhandled_fault()
    {
        var focus = _context.JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true);
        focus.SetVoidResult();
        var page = _context.Render(builder =>
        {
            builder.OpenComponent<LeftPageBoundary>(0);
            builder.AddComponentParameter(1, nameof(LeftPageBoundary.ChildContent), (RenderFragment)(popovers =>
            {
                popovers.OpenComponent<MudPopoverProvider>(0);
                popovers.CloseComponent();
            }));
            builder.CloseComponent();
            builder.OpenComponent<MudMenu>(2);
            builder.AddComponentParameter(3, nameof(MudMenu.Label), "Menu");
            builder.AddComponentParameter(4, nameof(MudMenu.ChildContent), (RenderFragment)(items =>
            {
                items.OpenComponent<MudMenuItem>(0);
                items.AddComponentParameter(1, nameof(MudMenuItem.Label), "Item");
                items.CloseComponent();
            }));
            builder.CloseComponent();
        });
        page.Find("button").Click();
        page.WaitForElement(".mud-menu-item");

        focus.SetException(Gone);
        page.Find(".mud-menu-item").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".mud-menu-item")));
        Assert.False(_context.Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public void Another_fault_behind_the_boundary_of_left_pages_is_one() =>
        Assert.Throws<InvalidOperationException>(() => _context.Render<LeftPageBoundary>(parameters => parameters
            .AddChildContent<Fragile>(fragile => fragile.Add(part => part.Fails, () => true))));

    [Fact]
    public void A_fault_is_in_the_log()
    {
        _context.Render<FaultBoundary>(parameters => parameters
            .AddChildContent<Fragile>(fragile => fragile.Add(part => part.Fails, () => true)));
        Assert.Contains("0201-102030-1", Assert.Single(_log.Entries), StringComparison.Ordinal);
    }

    /// <summary>Keeps what a boundary says.</summary>
    private sealed class KeptLog : ILogger<FaultBoundary>
    {
        public List<string> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add(formatter(state, exception));
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
