using Veilor.Designer.Benchmarks.EchoPage.Components;

// The smallest page that Blazor Server can make: what is typed comes back. The measure for everything else.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.DisableWebSocketCompression = true);
await app.StartAsync();
Console.WriteLine(app.Urls.First() + "/");
await app.WaitForShutdownAsync();
