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

    [Fact]
    public void What_is_typed_and_refused_is_told_before_the_build()
    {
        var module = JSInterop.SetupModule("./Components/Editor/DraftKeeper.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<Dictionary<string, string>?>("read", _ => true).SetResult(new(StringComparer.Ordinal) { ["image.version"] = "bad version!" });
        var design = Workspace.Open();

        var page = Render<BuildPage>(parameters => parameters.Add(item => item.Slug, design.Slug));

        var warning = page.WaitForElement("[data-testid=build-typed]");
        Assert.Contains("Base › Version", warning.TextContent, StringComparison.Ordinal);
        Assert.Contains("“bad version!” is refused", warning.TextContent, StringComparison.Ordinal);
        Assert.Contains("focus=image.version", Uri.UnescapeDataString(warning.QuerySelector("a")!.GetAttribute("href")!), StringComparison.Ordinal);
    }
}
