using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Veilor.Designer.Help;

/// <summary>
/// Turns a help page into HTML. HTML inside Markdown stays text, images become their description, and a link leads to
/// another help page or, in a tab of its own, to the web; every other address loses its link. Sources become links.
/// </summary>
public static class HelpRenderer
{
    private const string HelpScheme = "help:";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(SourceLinks.Link(markdown), Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page that shows it has the first level already.
            heading.Level = Math.Min(heading.Level + 1, 6);
        }

        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList())
        {
            image.ReplaceBy(new LiteralInline(image.FirstChild is LiteralInline text ? text.Content.ToString() : ""));
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Rewrite(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsWeb(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline);
    }

    private static void Rewrite(LinkInline link)
    {
        var attributes = link.GetAttributes();
        if (TopicOf(link.Url ?? "") is { } topic)
        {
            link.Url = HelpIds.Url(topic);
            attributes.AddProperty("data-help", topic);
        }
        else if (IsWeb(link.Url))
        {
            attributes.AddProperty("target", "_blank");
            attributes.AddProperty("rel", "noopener noreferrer");
        }
        else
        {
            link.Url = "";
            attributes.AddClass("help-dead-link");
        }
    }

    /// <summary>The help page that an address names: <c>help:ID</c>, or the file of a page as the Markdown files link each other.</summary>
    private static string? TopicOf(string url)
    {
        if (url.StartsWith(HelpScheme, StringComparison.Ordinal))
        {
            return url[HelpScheme.Length..];
        }

        if (!url.EndsWith(".md", StringComparison.Ordinal) || url.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(url);
        return name.StartsWith("VD", StringComparison.Ordinal) ? HelpIds.OfCode(name)
            : Path.GetFileName(Path.GetDirectoryName(url)) is "guides" ? HelpIds.OfGuide(name)
            : HelpIds.OfSection(name);
    }

    private static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http");
}
