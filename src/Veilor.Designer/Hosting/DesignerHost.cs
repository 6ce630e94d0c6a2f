using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Console;
using Veilor.Designer.Security;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Hosting;

/// <summary>The running server: listens on the loopback addresses, behind the gate, until it is stopped.</summary>
public sealed class DesignerHost : IAsyncDisposable
{
    private const string ApplicationName = "veilor-designer";

    /// <summary>Enough for a pasted kickstart or an uploaded design; bundles are read from disk, not posted.</summary>
    private const long MaxRequestBodyBytes = 4 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly BrowserAccess _access;

    private DesignerHost(WebApplication app, ServedAddress address, BrowserAccess access)
    {
        _app = app;
        _access = access;
        Address = address;
    }

    public ServedAddress Address { get; }

    /// <summary>The link that lets a browser in, for people: it works until the server stops.</summary>
    public Uri EntryUrl => BrowserAccess.EntryUrl(Address.Root, _access.Token);

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts to serve.</summary>
    /// <exception cref="PortUnavailableException">The port is taken or not allowed.</exception>
    /// <exception cref="WorkspaceUnavailableException">The workspace cannot be made or written to.</exception>
    public static async Task<DesignerHost> StartAsync(
        DesignerHostOptions options,
        CancellationToken cancellationToken = default)
    {
        options.Workspace.Create();
        var sockets = LoopbackSockets.Listen(options.Port);
        try
        {
            var address = new ServedAddress(sockets.Port);
            var access = BrowserAccess.Generate(sockets.Port);
            var app = Build(options, sockets, address, access);
            await app.StartAsync(cancellationToken);
            return new DesignerHost(app, address, access);
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    /// <summary>Opens the person's browser with a link of its own that works once.</summary>
    public Task OpenBrowserAsync() => _app.Services.GetRequiredService<BrowserLauncher>()
        .OpenAsync(BrowserAccess.EntryUrl(Address.Root, _access.LaunchToken));

    /// <summary>
    /// Compiles the templates once on another thread, while the browser comes: tables are read and code is translated by
    /// the time that the first design is opened.
    /// </summary>
    public Task WarmUpAsync() => Task.Run(() =>
    {
        foreach (var template in _app.Services.GetRequiredService<TemplateLibrary>().List())
        {
            template.Folder.Compile();
        }
    });

    /// <summary>Ends when the process is asked to stop (SIGINT, SIGTERM) or <paramref name="cancellationToken"/> is.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(
        DesignerHostOptions options,
        LoopbackSockets sockets,
        ServedAddress address,
        BrowserAccess access)
    {
        // The empty builder reads no environment variables and no appsettings.json: nothing outside the command line
        // can open another address (ASPNETCORE_URLS, Kestrel__Endpoints) or turn on request logs, which hold the token.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = ApplicationName,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        // Outside Development the files of packages (_framework, _content) are found only when this is asked for.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, sockets));
        builder.Services.Configure<SocketTransportOptions>(
            transport => transport.CreateBoundListenSocket = sockets.Of);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        AddLogging(builder.Logging);

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Workspace);
        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton(access);
        builder.Services.AddDesigner();

        var app = builder.Build();
        app.UseDesigner();
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, LoopbackSockets sockets)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBodyBytes;
        foreach (var endPoint in sockets.EndPoints)
            kestrel.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
    }

    /// <summary>Logs go to stderr, since stdout holds results only. The framework's own lines start at warnings.</summary>
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // Every start has new keys: a cookie of the last start is expected, and replaced without harm.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        // It warns that keys may be stored in the clear; ours are never stored.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
