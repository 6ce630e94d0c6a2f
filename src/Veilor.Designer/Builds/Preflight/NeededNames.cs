using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>The host names that a build contacts.</summary>
public static class NeededNames
{
    public const string Base = "the base image";

    public const string Builder = "the image builder";

    /// <summary>Each name once, with all that it is needed for. Packages of the base's own repositories come from mirrors whose names only dnf knows.</summary>
    public static IEnumerable<(string Host, IReadOnlyList<string> Purposes)> Of(ImageDesign design, BuildChoices choices) =>
        All(design, choices).Where(name => name.Host.Length > 0 && name.Host != "localhost")
            .GroupBy(name => name.Host, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(name => name.Purpose).Distinct(StringComparer.Ordinal)]));

    private static IEnumerable<(string Host, string Purpose)> All(ImageDesign design, BuildChoices choices)
    {
        yield return (HostOf(design.Image.Base.Registry), Base);
        foreach (var repository in design.Packages.Repositories)
        {
            yield return (HostOf(repository.BaseUrl), $"the repository {repository.Id}");
            foreach (var key in repository.GpgKey?.Addresses ?? [])
            {
                yield return (HostOf(key), $"the key of the repository {repository.Id}");
            }
        }

        if (!design.Packages.Copr.IsEmpty)
        {
            yield return ("copr.fedorainfracloud.org", "COPR");
        }

        foreach (var download in design.Packages.Downloads)
        {
            yield return (HostOf(download.Url), $"the download {download.Name}");
        }

        if (!choices.ImageTypes.IsEmpty && choices.BuilderForm == BuilderForm.Container)
        {
            yield return (HostOf(BuilderCommand.ContainerImage(design.Outputs.Builder).Split('/')[0]), Builder);
        }

        if (choices.Push && design.Publish.Repository is { } target)
        {
            yield return (HostOf(target.Registry), "the registry to push to");
        }
    }

    private static string HostOf(Core.Values.HttpUrl? url) =>
        url is not null && Uri.TryCreate(url.ToString(), UriKind.Absolute, out var uri) ? uri.Host : "";

    private static string HostOf(string registry) => registry.Split(':')[0];
}
