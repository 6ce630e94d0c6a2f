using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>
/// What an open design can be compared with. Nothing is read or compiled until a source is asked for, and a source that
/// did not change gives the same value again, so that an edit costs a look-up and no compilation.
/// </summary>
public sealed class ComparisonSources(
    DesignSessions sessions,
    DesignLibrary library,
    TemplateLibrary templates,
    DesignSnapshots snapshots,
    BuildService builds,
    DesignFolderReader reader)
{
    private readonly ConditionalWeakTable<DesignSession, ConcurrentDictionary<string, (object Key, Comparison Value)>> _loaded = [];

    /// <summary>The sources of a design in the order of a menu. Reads names only.</summary>
    public IReadOnlyList<ComparisonSource> List(DesignSession session)
    {
        List<ComparisonSource> sources = [new(ComparisonSource.OpenedId, ComparisonKind.Opened, "When it was opened", session.OpenedAt)];
        if (TemplateOf(session) is { } template)
        {
            sources.Add(new ComparisonSource(ComparisonSource.TemplateId, ComparisonKind.Template, $"Template {template.Title}"));
        }

        if (LastBuildOf(session.Slug) is { } run)
        {
            sources.Add(ToSource(run));
        }

        // Every edit is saved at once, so the last save seldom differs: it does not come first.
        sources.Add(new ComparisonSource(ComparisonSource.LastSaveId, ComparisonKind.LastSave, "Last save"));
        sources.AddRange(snapshots.List(session.Folder).Select(ToSource));
        sources.AddRange(library.Slugs()
            .Where(slug => !string.Equals(slug, session.Slug, StringComparison.Ordinal))
            .Select(slug => new ComparisonSource(ComparisonSource.OfDesign(slug), ComparisonKind.Design, $"Design {slug}")));
        return sources;
    }

    /// <summary>Reads a source.</summary>
    /// <param name="session">The design that is compared.</param>
    /// <param name="id">The id of the source.</param>
    /// <returns>The same value as before while neither the source nor the files beside the design changed.</returns>
    public LibraryResult<Comparison> Load(DesignSession session, string id) => id switch
    {
        ComparisonSource.LastSaveId => LoadLastSave(session),
        ComparisonSource.OpenedId => Compile(session, new ComparisonSource(id, ComparisonKind.Opened, "When it was opened", session.OpenedAt), session.OpenedDesign),
        ComparisonSource.TemplateId => LoadTemplate(session),
        ComparisonSource.LastBuildId => LoadLastBuild(session),
        _ when ComparisonSource.SnapshotOf(id) is { } snapshot => LoadSnapshot(session, snapshot),
        _ when ComparisonSource.DesignOf(id) is { } slug => LoadDesign(session, slug),
        _ => LibraryResult<Comparison>.Failed($"There is nothing called '{id}' to compare with."),
    };

    /// <summary>
    /// Calls back when a source may have changed, until the token is disposed; <see cref="Load"/> then tells. It comes on
    /// the thread of the change.
    /// </summary>
    public IDisposable Subscribe(DesignSession session, string id, Action changed)
    {
        var own = new ChangeFilter(() => (session.SavedDesign, session.Snapshot.Compiled.Content, session.Snapshot.Save.State == SaveState.Conflict), changed);
        return id switch
        {
            ComparisonSource.LastSaveId or ComparisonSource.OpenedId => session.Subscribe(own.Look),
            ComparisonSource.LastBuildId => builds.Subscribe(new ChangeFilter(() => LastBuildOf(session.Slug)?.Id, changed).Look),
            _ when ComparisonSource.SnapshotOf(id) is not null => new TokenPair(snapshots.Subscribe(changed), session.Subscribe(own.Look)),
            _ when ComparisonSource.DesignOf(id) is { } slug && Other(slug) is { } other => other.Subscribe(changed),
            _ => TokenPair.None,
        };
    }

    private LibraryResult<Comparison> LoadLastSave(DesignSession session)
    {
        var source = new ComparisonSource(ComparisonSource.LastSaveId, ComparisonKind.LastSave, "Last save");
        if (session.Snapshot.Save.State != SaveState.Conflict && session.SavedDesign is { } saved)
        {
            return Compile(session, source, saved);
        }

        var file = Path.Combine(session.Folder, DesignToml.FileName);
        if (DesignFolderReader.ReadText(file, out var problem) is not { } text)
        {
            return LibraryResult<Comparison>.Failed($"{DesignToml.FileName} cannot be read: {problem!.Message}.");
        }

        var result = DesignToml.Read(text);
        return result.Design is { } design
            ? Compile(session, source, design)
            : LibraryResult<Comparison>.Failed($"{DesignToml.FileName} cannot be read: {result.Problems[0]}.");
    }

    private LibraryResult<Comparison> LoadSnapshot(DesignSession session, string id)
    {
        if (snapshots.List(session.Folder).FirstOrDefault(each => string.Equals(each.Id, id, StringComparison.Ordinal)) is not { } snapshot)
        {
            return LibraryResult<Comparison>.Failed($"There is no snapshot '{id}'.");
        }

        var read = snapshots.Read(snapshot);
        return read.Value is { } design ? Compile(session, ToSource(snapshot), design) : LibraryResult<Comparison>.Failed(read.Problem);
    }

    private LibraryResult<Comparison> LoadTemplate(DesignSession session)
    {
        if (TemplateOf(session) is not { } template)
        {
            return LibraryResult<Comparison>.Failed("It is not known which template this design was made from.");
        }

        var source = new ComparisonSource(ComparisonSource.TemplateId, ComparisonKind.Template, $"Template {template.Title}");
        return template.Folder.SelfContained is { } design
            ? Cached(session, source, template.Name, () => DesignCompiler.Compile(design, template.Folder.Content.Content, session.Snapshot.Compiled))
            : LibraryResult<Comparison>.Failed($"The template '{template.Name}' cannot be read: {template.Folder.Problems[0]}.");
    }

    private LibraryResult<Comparison> LoadLastBuild(DesignSession session)
    {
        if (LastBuildOf(session.Slug) is not { } run)
        {
            return LibraryResult<Comparison>.Failed("No build of this design has succeeded yet.");
        }

        if (_loaded.TryGetValue(session, out var loaded) && loaded.TryGetValue(ComparisonSource.LastBuildId, out var known) && known.Key.Equals(run.Id))
        {
            return LibraryResult<Comparison>.Of(known.Value);
        }

        var folder = reader.Read(builds.BundleFolderOf(run.Id));
        return folder.Design is { } design
            ? Cached(session, ToSource(run), run.Id, () => FrozenBundle.Compile(folder.Path, design, folder.Content.Content, session.Snapshot.Compiled))
            : LibraryResult<Comparison>.Failed($"What the build {run.Id} was made of cannot be read: {folder.Problems[0]}.");
    }

    private LibraryResult<Comparison> LoadDesign(DesignSession session, string slug) =>
        Other(slug) is { } other
            ? LibraryResult<Comparison>.Of(new Comparison(
                new ComparisonSource(ComparisonSource.OfDesign(slug), ComparisonKind.Design, $"Design {slug}"), other.Snapshot.Compiled))
            : LibraryResult<Comparison>.Failed($"The design '{slug}' does not exist or cannot be read.");

    private DesignSession? Other(string slug) => sessions.Find(slug) ?? sessions.Open(slug).Session;

    private LibraryResult<Comparison> Compile(DesignSession session, ComparisonSource source, ImageDesign design)
    {
        var current = session.Snapshot.Compiled;
        return design == current.Design
            ? LibraryResult<Comparison>.Of(new Comparison(source, current))
            : Cached(session, source, (design, current.Content), () => DesignCompiler.Compile(design, current.Content, current));
    }

    private LibraryResult<Comparison> Cached(DesignSession session, ComparisonSource source, object key, Func<CompiledDesign> compile)
    {
        var loaded = _loaded.GetOrCreateValue(session);
        if (!loaded.TryGetValue(source.Id, out var known) || !known.Key.Equals(key))
        {
            known = (key, new Comparison(source, compile()));
            loaded[source.Id] = known;
        }

        return LibraryResult<Comparison>.Of(known.Value);
    }

    private TemplateEntry? TemplateOf(DesignSession session) =>
        DesignOrigin.TemplateOf(session.Folder) is { } name ? templates.Find(name) : null;

    private BuildRun? LastBuildOf(string slug) => builds.Runs.FirstOrDefault(run =>
        run.State == RunState.Succeeded && string.Equals(run.DesignSlug, slug, StringComparison.Ordinal));

    private static ComparisonSource ToSource(BuildRun run) =>
        new(ComparisonSource.LastBuildId, ComparisonKind.LastBuild, "Last successful build", run.Ended);

    private static ComparisonSource ToSource(NamedSnapshot snapshot) =>
        new(ComparisonSource.OfSnapshot(snapshot.Id), ComparisonKind.Snapshot, $"Snapshot {snapshot.Name}", snapshot.TakenAt);
}
