using Microsoft.Extensions.DependencyInjection.Extensions;
using Veilor.Designer.Builds.Preflight;

namespace Veilor.Designer.Builds;

/// <summary>Puts builds into the application.</summary>
public static class BuildServices
{
    /// <summary>Adds <see cref="BuildService"/> (which starts and stops with the host) and <see cref="PodmanProbe"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="runsFolder">The folder <c>runs</c> of the workspace; made when the first run is laid down.</param>
    public static IServiceCollection AddBuilds(this IServiceCollection services, Func<IServiceProvider, string> runsFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new RunFolders(runsFolder(provider), provider.GetRequiredService<ILogger<RunFolders>>()));
        services.AddSingleton<BuildService>();
        services.AddHostedService(provider => provider.GetRequiredService<BuildService>());
        services.TryAddSingleton(_ => new PodmanProbe());
        services.TryAddSingleton(_ => new Registries.DigestLookup());
        services.TryAddSingleton(provider => new PreflightProbe(runsFolder(provider), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<RebuildStarter>();
        return services;
    }
}
