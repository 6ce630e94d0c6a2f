namespace Veilor.Designer.Workspace;

/// <summary>The services of the workspace.</summary>
public static class WorkspaceServices
{
    /// <summary>Adds templates, designs and their sessions. <see cref="Hosting.WorkspaceLocation"/> and <see cref="TimeProvider"/> must be there.</summary>
    public static IServiceCollection AddWorkspace(this IServiceCollection services)
    {
        services.AddSingleton(_ => ContentRoot.BesideExecutable());
        services.AddSingleton<ContentSets>();
        services.AddSingleton<DesignFolderReader>();
        services.AddSingleton<TemplateLibrary>();
        services.AddSingleton<DesignLibrary>();
        services.AddSingleton<DesignSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<DesignSessions>());
        return services;
    }
}
