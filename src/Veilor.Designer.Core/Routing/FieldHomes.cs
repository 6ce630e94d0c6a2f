using System.Collections.Concurrent;
using System.Text;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Routing;

/// <summary>
/// The files that a field, or a column of one, would be written to if it had a value. It is found by experiment, so it
/// cannot differ from what is written: a design that sets every field is compiled once, and its lines say where they come from.
/// </summary>
public static class FieldHomes
{
    /// <summary>The name of the design of the experiment, which stands in the names of some files.</summary>
    private const string ExampleName = "image-name";

    /// <summary>Files that the experiment copies, so that what speaks of files has something to speak of.</summary>
    private static readonly string[] Files =
        ["overlay/etc/own.conf", "overlay/etc/left-out", "assets/own.png", "scripts/05-keys.sh", "scripts/10-setup.sh", "scripts/90-enrol.sh"];

    private static readonly Lazy<ImageDesign> LazyExample = new(ReadExample);

    private static readonly Lazy<CompiledDesign> Compiled = new(() => DesignCompiler.Compile(Example, new DesignContent(
        Files.Select(path => new ContentFile(path, path.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal), 0, () => Stream.Null)))));

    private static readonly ConcurrentDictionary<FieldPath, List<string>> Columns = new();

    private static readonly Lazy<Dictionary<string, List<string>>> Found = new(Find);

    /// <summary>The design of the experiment: every field and every column has a value.</summary>
    public static ImageDesign Example => LazyExample.Value;

    /// <summary>The paths of the files, in the order of the preview; those that machines are made of where there are any.</summary>
    /// <param name="field">The path of a field, <c>users.accounts</c>, or of a column of it, <c>users.accounts.shell</c>.</param>
    /// <param name="name">The name of the image, which stands in the names of some files.</param>
    public static IReadOnlyList<string> Of(FieldPath field, string name)
    {
        var found = Found.Value.GetValueOrDefault(field.Value) ?? Columns.GetOrAdd(field, FindColumn);
        var carriers = found.FindAll(RouteTable.IsCarrier);
        return [.. (carriers.Count > 0 ? carriers : found).Select(path => path.Replace(ExampleName, name, StringComparison.Ordinal))];
    }

    private static ImageDesign ReadExample()
    {
        using var stream = typeof(FieldHomes).Assembly.GetManifestResourceStream("Routing/every-field.toml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var read = DesignToml.Read(reader.ReadToEnd());
        return read.Design ?? throw new InvalidOperationException($"The example of every field cannot be read: {read.Problems[0]}");
    }

    private static Dictionary<string, List<string>> Find()
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Note(found, Compiled.Value);

        // An own kickstart takes the place of the generated one, so it has a design of its own.
        var others = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Note(others, DesignCompiler.Compile(DeliveryFields.OwnKickstart.Set(Example, "lang en_US.UTF-8"), Compiled.Value.Content));
        foreach (var (path, files) in others)
        {
            if (!found.TryGetValue(path, out var own) || !own.Exists(RouteTable.IsCarrier))
            {
                found[path] = files;
            }
        }

        return found;
    }

    /// <summary>Lines of a row often say which row made them and not which column, so the column is taken out and the files are made again.</summary>
    private static List<string> FindColumn(FieldPath path)
    {
        var end = path.Value.LastIndexOf('.');
        if (DesignFields.Find(path.Value[..end]) is not { } field)
        {
            return [];
        }

        var cell = field.Cells(Example, field.Items(Example).Select(item => item.Path).ToHashSet()).FirstOrDefault(each => string.Equals(each.Name, path.Value[(end + 1)..], StringComparison.Ordinal));
        if (cell is null)
        {
            return Found.Value.GetValueOrDefault(field.Path.Value) ?? [];
        }

        var without = DesignCompiler.Compile(cell.Without(Example), Compiled.Value.Content, Compiled.Value);
        return [.. Compiled.Value.Documents
            .Where(document => document.Path != BundlePaths.Design && !document.Lines.Select(line => line.Text).SequenceEqual(without.FindDocument(document.Path)?.Lines.Select(line => line.Text) ?? [], StringComparer.Ordinal))
            .Select(document => document.Path)];
    }

    private static void Note(Dictionary<string, List<string>> found, CompiledDesign compiled)
    {
        foreach (var document in compiled.Documents.Where(document => document.Path != BundlePaths.Design))
        {
            foreach (var origin in document.Lines.Where(line => line.Bond != LineBond.Fixed).SelectMany(line => line.Origins).Where(origin => origin.Value is not null).Select(origin => origin.Field).Distinct())
            {
                Add(origin.Value, document.Path);
            }
        }

        void Add(string path, string document)
        {
            if (!found.TryGetValue(path, out var documents))
            {
                found.Add(path, documents = []);
            }

            if (!documents.Contains(document, StringComparer.Ordinal))
            {
                documents.Add(document);
            }
        }
    }
}
