using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Sharing;

namespace Veilor.Designer.Workspace.Sharing;

/// <summary>
/// Links that hold a design. Files do not fit a link; a design made from a template names it instead, and whoever opens
/// the link takes the template's files from their own copy of the product.
/// </summary>
public sealed class DesignSharing(TemplateLibrary templates)
{
    /// <summary>The page that opens a link, after a question.</summary>
    public const string OpenPath = "/open";

    /// <summary>The parameter of that page that holds the design.</summary>
    public const string DesignKey = "design";

    /// <summary>The path and query of a link; an address in front makes it whole.</summary>
    public static string PathOf(string payload) => $"{OpenPath}?{DesignKey}={payload}";

    /// <summary>The payload of a link as a person pastes it: a whole address of any server, a part of one, or the payload alone.</summary>
    public static string PayloadOf(string link)
    {
        var text = link.Trim();
        var at = text.IndexOf(DesignKey + "=", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var payload = text[(at + DesignKey.Length + 1)..];
        var end = payload.IndexOfAny(['&', '#', ' ', '>']);
        return end < 0 ? payload : payload[..end];
    }

    /// <summary>Makes a link.</summary>
    /// <param name="design">The design.</param>
    /// <param name="content">Its files.</param>
    /// <param name="templateName">The template that it was made from, or null.</param>
    /// <exception cref="IOException">A file changed on the disk since it was listed.</exception>
    public LinkWriting Write(ImageDesign design, DesignContent content, string? templateName)
    {
        var template = templateName is null ? null : templates.Find(templateName)?.Folder.Content.Content;
        var filesOf = template is null || template.Files.IsEmpty ? null : templateName;
        var written = DesignLink.Write(
            design.Overlay.From is null ? design : design with { Overlay = design.Overlay with { From = null } }, filesOf);
        if (written.Payload is null)
        {
            return written;
        }

        var others = DesignDifference.Between(filesOf is null ? DesignContent.Empty : template!, content);
        return others.IsEmpty
            ? written
            : written with { LeftOut = written.LeftOut.Concat([FilesText(others, filesOf)]).ToEquatableArray() };
    }

    /// <summary>The files that go with a design that came by a link; none when the template is not known here.</summary>
    public DesignContent FilesOf(LinkedDesign linked) =>
        linked.FilesOf is { } name && templates.Find(name) is { Folder.Design: not null } template
            ? template.Folder.Content.Content
            : DesignContent.Empty;

    /// <summary>What is said about the files of a design that came by a link; empty when there is nothing to say.</summary>
    public string MissingFiles(LinkedDesign linked) =>
        linked.FilesOf is { } name && FilesOf(linked).Files.IsEmpty
            ? $"The design uses the files of the template '{name}', which this program does not have."
            : "";

    private static string FilesText(EquatableArray<FieldChange> changes, string? filesOf)
    {
        const int Most = 5;
        var names = string.Join(", ", changes.Take(Most).Select(change => change.ToString()));
        var more = changes.Count > Most ? $" and {changes.Count - Most} more" : "";
        return filesOf is null
            ? $"Its files: {names}{more}."
            : $"What differs from the files of the template {filesOf}: {names}{more}.";
    }
}
