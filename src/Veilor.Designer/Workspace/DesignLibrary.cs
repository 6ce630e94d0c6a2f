using System.Globalization;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.Workspace;

/// <summary>A person's designs: the folders below <c>designs/</c> of the workspace. Deleted ones lie in <c>trash/</c>.</summary>
public sealed class DesignLibrary(
    WorkspaceLocation workspace,
    TemplateLibrary templates,
    DesignFolderReader reader,
    DesignSessions sessions,
    TimeProvider time)
{
    private const int MaximumAttempts = 10_000;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Trash => Path.Combine(workspace.Root, "trash");

    /// <summary>Every design, the one that was changed last first. One that cannot be read is among them.</summary>
    public IReadOnlyList<DesignEntry> List() =>
    [
        .. Slugs()
            .Select(slug => ToEntry(Path.Combine(workspace.Designs, slug)))
            .OrderByDescending(entry => entry.ChangedAt)
            .ThenBy(entry => entry.Slug, StringComparer.Ordinal),
    ];

    /// <summary>The name of every design in alphabetical order. No design is read.</summary>
    public IReadOnlyList<string> Slugs() =>
        Directory.Exists(workspace.Designs)
            ? [.. Directory.EnumerateDirectories(workspace.Designs)
                .Where(folder => DesignSlug.IsValid(Path.GetFileName(folder)) && File.Exists(Path.Combine(folder, DesignToml.FileName)))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Makes a design from a template: its design and files are copied, under a name that is free.</summary>
    /// <returns>The slug of the new design.</returns>
    public LibraryResult<string> CreateFromTemplate(string templateName)
    {
        if (templates.Find(templateName) is not { } template)
        {
            return LibraryResult<string>.Failed($"There is no template '{templateName}'.");
        }

        return template.Folder.SelfContained is { } design
            ? Create(design, template.Folder.Content.Content, template.Name)
            : LibraryResult<string>.Failed($"The template '{templateName}' cannot be read: {template.Folder.Problems[0]}.");
    }

    /// <summary>Copies a design with its files, under a name that is free.</summary>
    /// <returns>The slug of the copy.</returns>
    public LibraryResult<string> Duplicate(string slug)
    {
        if (sessions.Find(slug) is { } session)
        {
            session.Rescan();
            return Create(session.Snapshot.Compiled.Design, session.Snapshot.Compiled.Content, DesignOrigin.TemplateOf(session.Folder));
        }

        if (!DesignSlug.IsValid(slug))
        {
            return LibraryResult<string>.Failed($"There is no design '{slug}'.");
        }

        var folder = reader.Read(Path.Combine(workspace.Designs, slug));
        return folder.Design is { } design
            ? Create(design, folder.Content.Content, DesignOrigin.TemplateOf(folder.Path))
            : LibraryResult<string>.Failed($"The design '{slug}' cannot be read: {folder.Problems[0]}.");
    }

    /// <summary>Moves a design to the trash, from where <see cref="Restore"/> brings it back.</summary>
    public LibraryResult<DeletedDesign> Delete(string slug)
    {
        var folder = Path.Combine(workspace.Designs, slug);
        if (!DesignSlug.IsValid(slug) || !Directory.Exists(folder))
        {
            return LibraryResult<DeletedDesign>.Failed($"There is no design '{slug}'.");
        }

        try
        {
            var title = ToEntry(folder).Title;
            sessions.Close(slug);
            Directory.CreateDirectory(Trash, OwnerOnly);
            var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
            var target = Path.Combine(Trash, $"{slug}~{stamp}");
            Directory.Move(folder, target);
            return LibraryResult<DeletedDesign>.Of(new DeletedDesign(slug, title, target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return LibraryResult<DeletedDesign>.Failed($"The design '{slug}' cannot be moved to the trash: {e.Message}");
        }
    }

    /// <summary>Brings a design back from the trash.</summary>
    /// <returns>Its slug: the one it had, or the next that is free.</returns>
    public LibraryResult<string> Restore(DeletedDesign deleted)
    {
        try
        {
            return LibraryResult<string>.Of(MoveToFree(deleted.TrashFolder, deleted.Slug));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return LibraryResult<string>.Failed($"The design '{deleted.Slug}' cannot be brought back: {e.Message} It lies in {deleted.TrashFolder}.");
        }
    }

    /// <summary>Makes a design of its parts, under a name that is free.</summary>
    /// <param name="design">The design.</param>
    /// <param name="content">Its files, which are copied.</param>
    /// <param name="template">The template that it comes from, or null.</param>
    /// <returns>The slug of the new design.</returns>
    public LibraryResult<string> Create(ImageDesign design, DesignContent content, string? template)
    {
        var draft = Path.Combine(workspace.Designs, $".{Guid.NewGuid():N}");
        try
        {
            var slug = FreeSlug(design.Image.Name.ToString());
            NewDesignFolder.Write(draft, Named(design, slug), content, template);
            return LibraryResult<string>.Of(MoveToFree(draft, slug));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(draft);
            return LibraryResult<string>.Failed($"The design cannot be written below {workspace.Designs}: {e.Message}");
        }
    }

    /// <summary>The design under the name of its folder, so that two designs of one template do not build the same image.</summary>
    private static ImageDesign Named(ImageDesign design, string slug)
    {
        var name = design.Image.Name.ToString();
        if (string.Equals(name, slug, StringComparison.Ordinal) || !ImageName.TryParse(slug, out var own, out _))
        {
            return design;
        }

        var number = slug[(slug.LastIndexOf('-') + 1)..];
        var title = design.Image.Title.Length == 0 ? "" : $"{WithoutNumber(design.Image.Title)} {number}";
        return design with { Image = design.Image with { Name = own, Title = title } };
    }

    private static string WithoutNumber(string title)
    {
        var blank = title.LastIndexOf(' ');
        return blank > 0 && title.AsSpan(blank + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? title[..blank] : title;
    }

    private string FreeSlug(string name)
    {
        var dash = name.LastIndexOf('-');
        var stem = dash > 0 && dash < name.Length - 1 && name.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? name[..dash] : name;
        return Enumerable.Range(1, MaximumAttempts)
            .Select(attempt => DesignSlug.Candidate(stem, attempt))
            .First(slug => !Path.Exists(Path.Combine(workspace.Designs, slug)));
    }

    /// <summary>Moves a folder to the first name that is free; the move itself decides, so two tabs cannot take one name.</summary>
    private string MoveToFree(string folder, string slug)
    {
        for (var attempt = 1; ; attempt++)
        {
            var candidate = DesignSlug.Candidate(slug, attempt);
            var target = Path.Combine(workspace.Designs, candidate);
            if (Path.Exists(target))
            {
                continue;
            }

            try
            {
                Directory.Move(folder, target);
                PosixFiles.SyncFolder(workspace.Designs);
                return candidate;
            }
            catch (IOException) when (Path.Exists(target) && attempt < MaximumAttempts)
            {
                // Another tab took the name between the look and the move.
            }
        }
    }

    private static void Discard(string draft)
    {
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private DesignEntry ToEntry(string path)
    {
        var slug = Path.GetFileName(path);
        var changed = new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(path, DesignToml.FileName)));
        if (sessions.Find(slug) is { } session)
        {
            return ToEntry(slug, changed, session.Snapshot.Compiled, session.Snapshot.Refused.Count);
        }

        var folder = reader.Read(path);
        return folder.Design is { } design
            ? ToEntry(slug, changed, DesignCompiler.Compile(design, folder.Content.Content), folder.Content.Refused.Count)
            : new DesignEntry(slug, slug, changed, 0, 0, [], folder.Problems);
    }

    /// <summary>Counts what <c>check</c> counts: rules know no day and no files, so the end of a base's updates and files that are refused are added.</summary>
    private DesignEntry ToEntry(string slug, DateTimeOffset changed, CompiledDesign compiled, int refused)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var ends = DesignCatalogue.BaseOf(compiled.Design.Image.Base)?.EndNotice(today) is null ? 0 : 1;
        return new(
            slug,
            compiled.Design.DisplayTitle(),
            changed,
            compiled.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) + refused,
            compiled.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning) + ends,
            DesignSummary.Tags(compiled.Design).ToEquatableArray(),
            []);
    }
}
