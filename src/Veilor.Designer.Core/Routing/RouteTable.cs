using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Core.Routing;

/// <summary>
/// Where each fact of a design goes. It is found by experiment, so it cannot differ from what is written: a fact is
/// taken out of the design, the files are made again, and the ones that change are those that carry it. The lines and
/// the reasons are what the generators stamped on their lines.
/// </summary>
/// <remarks>Items of a list that stand in the same files are one row. It compiles about a hundred times, so it is made when it is looked at.</remarks>
public sealed class RouteTable
{
    private const int MostNames = 6;

    /// <summary>What fields of several sections are called: the section tells them apart.</summary>
    private static readonly HashSet<string> Shared =
        [.. DesignFields.All.GroupBy(field => field.Label, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];

    private readonly CompiledDesign _compiled;
    private readonly Dictionary<string, Dictionary<string, List<int>>> _places = new(StringComparer.Ordinal);

    private RouteTable(CompiledDesign compiled)
    {
        _compiled = compiled;
        foreach (var document in compiled.Documents.Where(document => IsListed(document.Path)))
        {
            for (var i = 0; i < document.Lines.Count; i++)
            {
                foreach (var origin in IsSilent(document, document.Lines[i]) || document.Lines[i].Bond is LineBond.Shared or LineBond.Fixed ? [] : document.Lines[i].Origins)
                {
                    Note(origin.Value, document.Path, i + 1);
                }
            }
        }
    }

    /// <summary>The routes of every fact that a design holds, in the order of the editor.</summary>
    public static IReadOnlyList<FactRoute> Of(CompiledDesign compiled, CancellationToken cancellation = default)
    {
        var table = new RouteTable(compiled);
        var routes = new List<FactRoute>();
        foreach (var field in DesignFields.All)
        {
            cancellation.ThrowIfCancellationRequested();
            routes.AddRange(table.RoutesOf(field));
        }

        return routes;
    }

    /// <summary>True for a file that machines or workflows are made of; not for documentation, tests and <c>design.toml</c>.</summary>
    public static bool IsCarrier(string document) =>
        document.StartsWith(BundlePaths.RootFiles, StringComparison.Ordinal)
        || document is BundlePaths.Containerfile or BundlePaths.SetModes or BundlePaths.KeepVar or BundlePaths.IsoKickstart
            or BundlePaths.InstallKickstart or BundlePaths.IsoConfig or BundlePaths.DiskConfig or BundlePaths.PxeConfig or BundlePaths.Workflow;

    /// <summary>True for every generated file but <c>design.toml</c>, which holds all facts.</summary>
    private static bool IsListed(string document) => document is not BundlePaths.Design;

    private IEnumerable<FactRoute> RoutesOf(DesignField field)
    {
        var items = field.Items(_compiled.Design);
        foreach (var group in items.GroupBy(item => string.Join('\n', PlacesOf(item.Path).Keys), StringComparer.Ordinal))
        {
            var members = group.ToList();
            var paths = members.Select(item => item.Path).ToHashSet();
            var route = RouteOf(field, members[0].Path, field.Label, NamesOf(members), field.Without(_compiled.Design, paths), at => at == field.Path || members.Exists(item => item.Path.Covers(at)));
            yield return route;
            foreach (var cell in field.Cells(_compiled.Design, paths))
            {
                var own = RouteOf(
                    field, cell.Rows[0].Path.Member(cell.Name), $"{field.Label}: {ChangeText.InSentence(cell.Label)}", NamesOf(cell.Rows), [cell.Without(_compiled.Design)],
                    at => cell.Rows.Any(row => row.Path.Member(cell.Name) == at));

                // A value that would be so without being said, such as the mount point of the EFI partition, goes where its row goes.
                if (own.IsNowhere && !route.IsNowhere)
                {
                    continue;
                }

                if (!own.Carriers.Select(each => each.Document).SequenceEqual(route.Carriers.Select(each => each.Document), StringComparer.Ordinal))
                {
                    yield return own;
                }
            }
        }
    }

    private FactRoute RouteOf(DesignField field, FieldPath path, string label, string value, IEnumerable<ImageDesign> without, Predicate<FieldPath> isAbout)
    {
        var rest = without.Select(design => DesignCompiler.Compile(design, _compiled.Content, _compiled)).ToList();
        var places = PlacesOf(path);
        var rowPath = RowOf(path);
        var row = rowPath is { } item ? PlacesOf(item) : places;
        var listed = _compiled.Documents
            .Where(document => IsListed(document.Path) && rest.Exists(other => Differs(document, other.FindDocument(document.Path))))
            // The builder config embeds the kickstart; one of them is enough to read.
            .Where(document => document.Path != BundlePaths.IsoConfig || !(places.ContainsKey(BundlePaths.IsoKickstart) || row.ContainsKey(BundlePaths.IsoKickstart)))
            .ToList();
        if (rowPath is not null)
        {
            // A cell that keeps its row out of a file, such as the lock of a password, is carried by none of its lines.
            listed.RemoveAll(document => IsInstalling(document.Path) && !row.ContainsKey(document.Path) && !places.ContainsKey(document.Path));
        }

        if (listed.Count == 0 && _places.TryGetValue(path.Value, out var own))
        {
            // The same is written without it: it says what would be so anyway.
            listed.AddRange(_compiled.Documents.Where(document => own.ContainsKey(document.Path)));
        }

        var all = listed.ConvertAll(document =>
            places.TryGetValue(document.Path, out var lines) ? CarrierOf(document, lines, rest)
            : row.TryGetValue(document.Path, out lines) && TellingOf(document, lines, rest) is { Count: > 0 } telling ? CarrierOf(document, telling, rest)
            : new RouteCarrier(document.Path, 0, []));
        var carriers = all.Where(carrier => IsMadeInto(carrier.Document)).ToEquatableArray();
        return new FactRoute(
            path,
            Shared.Contains(field.Label) && DesignFields.FindSection(path.Section) is { } section ? $"{section.Title} › {label}" : label,
            SecretText.Redact(value),
            carriers,
            all.Where(carrier => !IsMadeInto(carrier.Document)).ToEquatableArray(),
            IsReference(field.Path) ? [] : LossesOf(carriers, rest),
            _compiled.Diagnostics
                .Where(diagnostic => diagnostic.Path.Value is not null && isAbout(diagnostic.Path))
                .Select(diagnostic => new RouteNote(diagnostic.Code, diagnostic.Message))
                .ToEquatableArray());
    }

    /// <summary>
    /// True for the parts of the image's reference, since builders get it on the command line and what they make is of it; and for
    /// the signature, which lies in the registry and is in no output.
    /// </summary>
    private static bool IsReference(FieldPath field) =>
        field == DeliveryFields.Signed.Path ||
        field == DeliveryFields.Repository.Path || field == DeliveryFields.Tag.Path || field == ImageFields.Name.Path || field == ImageFields.Version.Path;

    /// <summary>True for a carrier that a chosen output is made of: a config of a builder that no output needs is only there for later.</summary>
    private bool IsMadeInto(string document) =>
        IsCarrier(document)
        && (document is not (BundlePaths.DiskConfig or BundlePaths.IsoConfig or BundlePaths.IsoKickstart or BundlePaths.PxeConfig)
            || _compiled.Design.Outputs.ImageTypes.Any(type => BuilderCommand.ConfigPath(type) is { } config && (config == document || (config is BundlePaths.IsoConfig && document is BundlePaths.IsoKickstart))));

    /// <summary>
    /// The first of a fact's lines that is not there without it, and the reasons of all of those. A script's fixed lines come from
    /// the fact as well, and say nothing of it.
    /// </summary>
    private static RouteCarrier CarrierOf(DesignDocument document, List<int> lines, List<CompiledDesign> rest)
    {
        var telling = TellingOf(document, lines, rest);
        var shown = telling.Count > 0 ? telling : lines;
        return new RouteCarrier(document.Path, shown.Find(line => document.Lines[line - 1].Bond != LineBond.Follows), shown.Select(line => document.Lines[line - 1].Reason).Where(reason => reason.Length > 0).Distinct(StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>The lines that are not there without the fact.</summary>
    private static List<int> TellingOf(DesignDocument document, List<int> lines, List<CompiledDesign> rest)
    {
        var others = rest.SelectMany(other => other.FindDocument(document.Path)?.Lines ?? []).Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        return lines.FindAll(line => !others.Contains(document.Lines[line - 1].Text));
    }

    /// <summary>The row that a cell lies in; null for any other path.</summary>
    private static FieldPath? RowOf(FieldPath path) => path.ListItem is { } item && item != path ? item : (FieldPath?)null;

    /// <summary>
    /// A fact in the image reaches everything that is made of it; one in a builder config reaches what is made with that
    /// config. A file of the image that only follows from the fact (it has no line of it) does not count.
    /// </summary>
    private EquatableArray<RouteLoss> LossesOf(EquatableArray<RouteCarrier> carriers, List<CompiledDesign> rest)
    {
        var documents = carriers.Select(each => each.Document).ToHashSet(StringComparer.Ordinal);
        var isInstalled = documents.Any(IsInstalling);
        var isRemarked = !isInstalled && documents.Count == 0 && _compiled.Design.Outputs.ImageTypes
            .Any(type => BuilderCommand.ConfigPath(type) is { } config && RemarksOn(config, rest).Any());
        if (!(isInstalled || isRemarked) || carriers.Any(carrier => carrier.Line > 0 && IsInImage(carrier.Document)))
        {
            return [];
        }

        return _compiled.Design.Outputs.ImageTypes
            .Where(type => type.IsIso() ? !documents.Overlaps([BundlePaths.IsoConfig, BundlePaths.IsoKickstart]) : BuilderCommand.ConfigPath(type) is not { } config || !documents.Contains(config))
            .Select(type => new RouteLoss(
                DeliveryFields.ImageTypes.Codec.Format(type),
                BuilderCommand.ConfigPath(type) is { } path
                    ? string.Join(' ', RemarksOn(path, rest).Prepend($"It is made with {path}, which does not carry this."))
                    : "It reads no builder config and no kickstart of the design."))
            .ToEquatableArray();
    }

    /// <summary>True for a file that an installer or a builder follows when it makes a machine of the image.</summary>
    private static bool IsInstalling(string document) =>
        document is BundlePaths.IsoKickstart or BundlePaths.IsoConfig or BundlePaths.DiskConfig or BundlePaths.PxeConfig or BundlePaths.InstallKickstart;

    /// <summary>What a file remarks on a fact that it does not carry: the reasons of the comments that are there because of it.</summary>
    private IEnumerable<string> RemarksOn(string path, List<CompiledDesign> rest)
    {
        var others = rest.SelectMany(other => other.FindDocument(path)?.Lines ?? []).Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        return (_compiled.FindDocument(path)?.Lines ?? [])
            .Where(line => IsHash(line) && line.Reason.Length > 0 && !others.Contains(line.Text))
            .Select(line => line.Reason)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>True when a tool would read another file. Comments and empty lines say something to people and nothing to tools.</summary>
    private static bool Differs(DesignDocument document, DesignDocument? other) =>
        other is null
        || (!ReferenceEquals(document, other)
            && !document.Lines.Where(line => !IsSilent(document, line)).Select(line => line.Text)
                .SequenceEqual(other.Lines.Where(line => !IsSilent(other, line)).Select(line => line.Text), StringComparer.Ordinal));

    /// <summary>True for a line that tells a reader of the file nothing of a fact: a comment, or an empty line between blocks.</summary>
    private static bool IsSilent(DesignDocument document, DocumentLine line) => string.IsNullOrWhiteSpace(line.Text) || IsComment(document, line);

    /// <summary>In Markdown the sign begins a heading.</summary>
    private static bool IsComment(DesignDocument document, DocumentLine line) => document.Language != DocumentLanguage.Markdown && IsHash(line);

    private static bool IsHash(DocumentLine line) => line.Text.AsSpan().TrimStart() is ['#', ..];

    private static bool IsInImage(string document) =>
        document.StartsWith(BundlePaths.RootFiles, StringComparison.Ordinal) || document is BundlePaths.Containerfile;

    private static string NamesOf(IReadOnlyList<FieldItem> items)
    {
        var names = string.Join(", ", items.Take(MostNames).Select(item => ChangeText.Short(item.Name)));
        return items.Count <= MostNames ? names : string.Create(CultureInfo.InvariantCulture, $"{names} and {items.Count - MostNames} more");
    }

    /// <summary>The lines that a path made: its own, those of its parts, else those of what it is a part of.</summary>
    private IReadOnlyDictionary<string, List<int>> PlacesOf(FieldPath path)
    {
        if (_places.TryGetValue(path.Value, out var own))
        {
            return own;
        }

        if (path.Field == path)
        {
            return new Dictionary<string, List<int>>(StringComparer.Ordinal);
        }

        var bracket = path.Value.LastIndexOf("].", StringComparison.Ordinal);
        return PlacesOf(bracket > 0 ? new FieldPath(path.Value[..(bracket + 1)]) : path.Field);
    }

    private void Note(string path, string document, int line)
    {
        for (var part = path; ;)
        {
            if (!_places.TryGetValue(part, out var documents))
            {
                _places.Add(part, documents = new Dictionary<string, List<int>>(StringComparer.Ordinal));
            }

            if (!documents.TryGetValue(document, out var lines))
            {
                documents.Add(document, lines = []);
            }

            lines.Add(line);
            var bracket = part.LastIndexOf("].", StringComparison.Ordinal);
            if (bracket < 0)
            {
                return;
            }

            part = part[..(bracket + 1)];
        }
    }
}
