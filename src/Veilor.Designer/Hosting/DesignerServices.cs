using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using MudBlazor;
using MudBlazor.Services;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Gates;
using Veilor.Designer.Help;
using Veilor.Designer.Security;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Hosting;

/// <summary>The services of the application.</summary>
public static class DesignerServices
{
    /// <summary>
    /// The largest message a browser may send on its circuit. The default of 32 KiB ends the circuit when a person
    /// pastes 17 KB into a field, since UTF-16 text grows on its way; a long kickstart or key list must fit.
    /// </summary>
    public const int MaxCircuitMessageBytes = 4 * 1024 * 1024;

    /// <summary>Circuits that lost their browser and are kept for its return.</summary>
    private const int DisconnectedCircuits = 20;

    private static readonly TimeSpan DisconnectedCircuitLife = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddDesigner(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BrowserLauncher>();
        services.AddSingleton<ErrorReferences>();
        services.AddSingleton<ThemeCookie>();
        services.AddRazorComponents()
            .AddInteractiveServerComponents(Configure)
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = MaxCircuitMessageBytes);
        // Protected data (circuit ids) means nothing after a restart, so its keys need not be on the disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<ServedAddress>((antiforgery, address) =>
            antiforgery.Cookie.Name = string.Create(
                CultureInfo.InvariantCulture, $"veilor-designer-antiforgery-{address.Port}"));
        services.AddMudServices(Configure);
        services.AddWorkspace();
        services.AddSingleton<HelpLibrary>();
        services.AddScoped<PaletteSources>();
        services.AddScoped<Announcer>();
        services.AddBuilds(provider => provider.GetRequiredService<WorkspaceLocation>().Runs);
        services.AddSingleton<GateService>();
        services.AddHostedService(provider => provider.GetRequiredService<GateService>());
        services.AddSingleton<BootStarter>();
        return services;
    }

    private static void Configure(CircuitOptions circuits)
    {
        circuits.DisconnectedCircuitMaxRetained = DisconnectedCircuits;
        circuits.DisconnectedCircuitRetentionPeriod = DisconnectedCircuitLife;
        // Nothing lives in a circuit: a page whose circuit is gone reloads itself instead of resuming.
        circuits.PersistedCircuitInMemoryMaxRetained = 0;
    }

    private static void Configure(MudServicesConfiguration mud)
    {
        var snackbar = mud.SnackbarConfiguration;
        snackbar.PositionClass = Defaults.Classes.Position.BottomRight;
        snackbar.PreventDuplicates = true;
        snackbar.VisibleStateDuration = 6000;
        snackbar.ShowTransitionDuration = 100;
        snackbar.HideTransitionDuration = 200;
    }
}
