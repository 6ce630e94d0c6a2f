using Veilor.Designer.Workspace.Comparisons;
using Veilor.Designer.Workspace.Sharing;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Workspace;

/// <summary>The services of the workspace.</summary>
public static class WorkspaceServices
{
    /// <summary>Adds templates, designs and their sessions. <see cref="Hosting.WorkspaceLocation"/>, <see cref="TimeProvider"/> and <see cref="Builds.BuildService"/> must be there.</summary>
    public static IServiceCollection AddWorkspace(this IServiceCollection services)
    {
        services.AddSingleton(_ => ContentRoot.BesideExecutable());
        services.AddSingleton<ContentSets>();
        services.AddSingleton<DesignFolderReader>();
        services.AddSingleton<TemplateLibrary>();
        services.AddSingleton<DesignLibrary>();
        services.AddSingleton<DesignSessions>();
        services.AddSingleton<DesignSnapshots>();
        services.AddSingleton<ComparisonSources>();
        services.AddSingleton<DesignSharing>();
        services.AddHostedService(provider => provider.GetRequiredService<DesignSessions>());
        return services;
    }
}
