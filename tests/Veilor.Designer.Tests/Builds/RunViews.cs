using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Builds;

/// <summary>What the components of a run need: a real build service, and what they look up beside it.</summary>
public abstract class RunViews : IAsyncLifetime
{
    private protected BunitContext Context { get; } = new();

    private protected BuildFixture Build { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Build = await BuildFixture.StartAsync();
        Context.Services.AddMudServices();
        Context.Services.AddSingleton(Build.Service);
        Context.Services.AddSingleton(TimeProvider.System);
        Context.Services.AddSingleton(_ => new PodmanProbe());
        Context.Services.AddSingleton(_ => new PreflightProbe(Build.Folder));
        Context.Services.AddSingleton<RebuildStarter>();
        Context.Services.AddSingleton<BootStarter>();
        Context.Services.AddSingleton(new DesignFolderReader(new ContentSets(new ContentRoot(Build.Folder))));
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Context.DisposeAsync();
        await Build.DisposeAsync();
    }
}
