using System.Text.Json;
using System.Text.RegularExpressions;
using Tomlyn;
using Tomlyn.Model;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Text;
using YamlDotNet.Serialization;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>
/// Hostile text in the place of every string of a design: where it is not refused, readers that we did not write
/// (Tomlyn, YamlDotNet, Python's shlex and configparser, buildah) find it in the documents to the character, and
/// everything else as it was with a harmless text.
/// </summary>
public sealed partial class ReadBackTests
{
    /// <summary>Lines of one's own go into a document as they are; the rules judge them, not the escaping.</summary>
    private static readonly string[] OwnLines = ["before_packages", "after_packages", "before_lint", "extra_kickstart"];

    private const string Readers =
        """
        import configparser, json, shlex, sys
        def ini(text):
            parser = configparser.RawConfigParser(strict=True)
            parser.read_string(text)
            return [f"{section}.{key}={value}" for section in parser.sections() for key, value in parser.items(section)]
        def kickstart(text):
            return [word for line in text.splitlines(True) for word in shlex.split(line, comments=True) + ["\n"]]
        readers = {"Ini": ini, "Kickstart": kickstart}
        json.dump([readers[each["Language"]](each["Text"]) for each in json.load(sys.stdin.buffer)], sys.stdout)
        """;

    private static readonly string[] FullLines = DesignToml.ToText(FullDesign.Find()).Split('\n');

    /// <summary>What is read with a harmless text in each place, or, where that is refused, with the one that stands there.</summary>
    private static readonly Lazy<IReadOnlyList<((string Field, string Before, ImageDesign Original, Func<string, ImageDesign?> With) Place, string Text, List<string> Read)>> Harmless = new(() =>
    {
        var places = Places().Select(place => (Place: place, Design: place.With("canary"))).ToList();
        var read = Read([.. places.Select(each => each.Design ?? each.Place.Original)]);
        return [.. places.Zip(read, (each, found) => (each.Place, each.Design is null ? each.Place.Before : "canary", found))];
    });

    public static TheoryData<string> Values => [.. HostileTextTests.Values.Select(each => each.Data).Where(value => value.Trim().Length > 0), "-x", "--x", " x", "x ", "a\tb", "[x]", "<x>", "a,b", "a=b", new string('x', 5000)];

    [Theory]
    [MemberData(nameof(Values))]
    public void What_is_not_refused_is_read_back_exactly(string hostile)
    {
        var pairs = Harmless.Value.Select(each => (each.Place, each.Text, Before: each.Read, Changed: each.Place.With(hostile))).Where(each => each.Changed is not null).ToList();

        // A field takes blanks at the ends away.
        var kept = hostile.Trim();
        foreach (var (pair, after) in pairs.Zip(Read([.. pairs.Select(each => each.Changed!)])))
        {
            Assert.Equal(pair.Before.Count, after.Count);
            foreach (var (old, now) in pair.Before.Zip(after))
            {
                if (!string.Equals(old, now, StringComparison.Ordinal))
                {
                    // A download's name is in capitals in the names of its build arguments.
                    var expected = old.Replace(pair.Text, kept, StringComparison.Ordinal).Replace(pair.Text.ToUpperInvariant(), kept.ToUpperInvariant(), StringComparison.Ordinal);
                    Assert.Equal($"{pair.Place.Field}: {expected}", $"{pair.Place.Field}: {now}");
                }
            }
        }
    }

    [Fact]
    public void Buildah_reads_the_labels_of_hostile_designs_back()
    {
        var designs = Values.Select(each => each.Data)
            .Select(value => Codecs.Line.TryParse(value, out var kept, out _) ? kept : "")
            .Where(value => value.Length > 0)
            .Select(value => FullDesign.Find() is var full ? full with { Image = full.Image with { Title = value, Description = $"{value}{value}" } } : null!)
            .ToList();
        var labels = designs.Select((design, index) =>
        {
            var (_, _, text) = ContainerfileReader.Read(Compiled.Of(design).Document(BundlePaths.Containerfile).Text).Single(each => each.Keyword == "LABEL");
            return $"LABEL {text.Replace("org.opencontainers.image.", $"d{index}.", StringComparison.Ordinal)}\n";
        });
        var folder = Directory.CreateTempSubdirectory("veilor-labels-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Containerfile"), $"FROM scratch\n{string.Concat(labels)}");
            string[] storage = ["--root", Path.Combine(folder, "root"), "--runroot", Path.Combine(folder, "run"), "--storage-driver", "vfs"];
            ExternalProgram.Run("buildah", [.. storage, "build", "--tag", "labels", "--file", Path.Combine(folder, "Containerfile"), folder]);
            using var inspection = JsonDocument.Parse(ExternalProgram.Run("buildah", [.. storage, "inspect", "--type", "image", "labels"]));
            var read = inspection.RootElement.GetProperty("OCIv1").GetProperty("config").GetProperty("Labels");
            Assert.InRange(designs.Count, 20, int.MaxValue);
            foreach (var (index, design) in designs.Index())
            {
                Assert.Equal(design.Image.Title, read.GetProperty($"d{index}.title").GetString());
                Assert.Equal(design.Image.Description, read.GetProperty($"d{index}.description").GetString());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every string literal of the full design's file, with the design that another text in its place makes.</summary>
    private static IEnumerable<(string Field, string Before, ImageDesign Original, Func<string, ImageDesign?> With)> Places()
    {
        var original = DesignToml.Read(string.Join('\n', FullLines)).Design!;
        for (var i = 0; i < FullLines.Length; i++)
        {
            var number = i;
            if (Array.Exists(OwnLines, name => FullLines[number].StartsWith(name, StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (Match literal in Literal().Matches(FullLines[i]))
            {
                var before = JsonSerializer.Deserialize<string>(literal.Value)!;
                yield return ($"{FullLines[i].Split('=')[0].Trim()} ({i + 1})", before, original, text => With(number, literal, text));
            }
        }
    }

    private static ImageDesign? With(int line, Match literal, string text)
    {
        var changed = (string[])FullLines.Clone();
        changed[line] = $"{FullLines[line][..literal.Index]}{TomlText.Quote(text)}{FullLines[line][(literal.Index + literal.Length)..]}";
        return DesignToml.Read(string.Join('\n', changed)).Design;
    }

    /// <summary>What the readers of others find in each design's documents.</summary>
    private static List<List<string>> Read(IReadOnlyList<ImageDesign> designs)
    {
        var documents = designs.Select(design => Compiled.Of(design).Documents.Where(each => each.Path != BundlePaths.Design).ToList()).ToList();
        var forPython = documents.SelectMany(each => each).Where(IsForPython).ToList();
        var input = JsonSerializer.SerializeToUtf8Bytes(forPython.Select(each => new { Language = each.Language.ToString(), each.Text }));
        var read = new Queue<string[]>(JsonSerializer.Deserialize<string[][]>(ExternalProgram.RunWithInput(input, "python3", "-c", Readers))!);
        return [.. documents.Select(each => each.SelectMany(document => IsForPython(document) ? read.Dequeue() : ReadOne(document)).ToList())];
    }

    private static bool IsForPython(DesignDocument document) =>
        document.Language == DocumentLanguage.Kickstart || document.Path.EndsWith(".repo", StringComparison.Ordinal);

    private static IEnumerable<string> ReadOne(DesignDocument document) => document.Language switch
    {
        // The ISO's config holds the kickstart, which is read for itself.
        DocumentLanguage.Toml => Leaves(TomlSerializer.Deserialize<TomlTable>(document.Text), "").Where(leaf => !leaf.StartsWith(".customizations.installer.kickstart", StringComparison.Ordinal)),
        DocumentLanguage.Yaml => Leaves(new DeserializerBuilder().Build().Deserialize(document.Text), ""),
        DocumentLanguage.Containerfile => ContainerfileReader.Read(document.Text)
            .Where(each => each.Keyword is "LABEL" or "ARG" or "ENV")
            .SelectMany(each => ContainerfileReader.Pairs(each.Text))
            .Select(pair => $"{pair.Key}={pair.Value}"),
        DocumentLanguage.Ini or DocumentLanguage.PlainText => document.Text.Split('\n').Where(line => !line.StartsWith('#')),
        _ => [],
    };

    private static IEnumerable<string> Leaves(object? node, string path) => node switch
    {
        TomlTable table => table.SelectMany(each => Leaves(each.Value, $"{path}.{each.Key}")),
        TomlTableArray tables => tables.SelectMany((each, index) => Leaves(each, $"{path}[{index}]")),
        IDictionary<object, object> map => map.SelectMany(each => Leaves(each.Value, $"{path}.{each.Key}")),
        IEnumerable<object?> list => list.SelectMany((each, index) => Leaves(each, $"{path}[{index}]")),
        _ => [$"{path}={node}"],
    };

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
