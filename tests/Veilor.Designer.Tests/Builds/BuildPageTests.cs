using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Components.Runs;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Editor;

namespace Veilor.Designer.Tests.Builds;

public sealed class BuildPageTests : EditorTests
{
    public BuildPageTests()
    {
        Services.AddSingleton(Workspace.Builds);
        Services.AddSingleton(_ => new PodmanProbe());
        Services.AddSingleton(_ => new PreflightProbe(Workspace.Location.Runs));
    }

    [Theory]
    [InlineData(null, "cosign.key")]
    [InlineData("keys/mine.key", "keys/mine.key")]
    public async Task The_signing_step_gets_the_full_path_of_the_key_since_it_runs_in_the_folder_of_the_bundle(string? entered, string expected)
    {
        var design = Workspace.Open();
        design.Apply(
            new DesignEdit(DeliveryFields.Repository.Path, "set", item => DeliveryFields.Repository.Set(item, ImageReference.Parse("localhost:1/demo"))), "test");
        var page = Render<BuildPage>(parameters => parameters.Add(item => item.Slug, design.Slug));
        var form = page.FindComponent<BuildChoicesForm>();
        var choices = form.Instance.Choices with { Push = true, Sign = true };
        await page.InvokeAsync(() => form.Instance.ChoicesChanged.InvokeAsync(entered is null ? choices : choices with { SigningKey = entered }));
        var sign = page.FindComponent<BuildPanel>().Instance.Plan!.Steps[^1];
        Assert.Equal("cosign", sign.Command);
        Assert.Equal(Path.GetFullPath(expected), sign.Arguments[sign.Arguments.IndexOf("--key") + 1]);
        Assert.Equal(Path.GetFullPath(expected), form.Instance.Choices.SigningKey);
    }
}
