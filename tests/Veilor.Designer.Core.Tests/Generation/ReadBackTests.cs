using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tomlyn;
using Tomlyn.Model;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;
using YamlDotNet.Serialization;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>
/// Hostile text in the place of every string of a design: where it is not refused, readers that we did not write
/// (Tomlyn, YamlDotNet, Python's shlex and configparser, bash, buildah) find it in the documents to the character, and
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

    /// <summary>Runs each text with no program to be found, so that bash hands us the words of every command it would start.</summary>
    private const string CommandReader =
        """
        PATH=/nonexistent
        command_not_found_handle() { printf '%s\0' "$@"; }
        uname() { echo x86_64; }
        mktemp() { echo /work; }
        while IFS= read -r -d '' text; do
          ( eval "$text" ) < /dev/null
          printf '\n\0'
        done
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
            Assert.True(pair.Before.Count == after.Count, $"{pair.Place.Field}: {string.Join(" | ", after.Except(pair.Before).Take(60))} instead of {string.Join(" | ", pair.Before.Except(after).Take(20))}");
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
    [Trait("Needs", "containers")]
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

        var read = BuildahLabels(string.Concat(labels));

        Assert.InRange(designs.Count, 20, int.MaxValue);
        foreach (var (index, design) in designs.Index())
        {
            Assert.Equal(design.Image.Title, read[$"d{index}.title"]);
            Assert.Equal(design.Image.Description, read[$"d{index}.description"]);
        }
    }

    [Fact]
    [Trait("Needs", "containers")]
    public void Buildah_reads_the_build_arguments_of_hostile_designs_back()
    {
        var downloads = Values.Select(each => each.Data)
            .SelectMany(value => new[] { value, $"https://example.org/{value}", $"https://example.org/a?b={value}#{value}", $"https://{value}.example.org/" })
            .Select(text => HttpUrl.TryParse(text, out var url, out _) ? url : null)
            .OfType<HttpUrl>()
            .Distinct()
            .Select((url, index) => new PinnedDownload { Name = ModuleName.Parse($"d{index}"), Url = url, InstallPath = AbsolutePath.Parse($"/usr/bin/d{index}") })
            .ToList();
        var design = FullDesign.Find() is var full ? full with { Packages = full.Packages with { Downloads = [.. downloads] } } : null!;
        var arguments = ContainerfileReader.Read(Compiled.Of(design).Document(BundlePaths.Containerfile).Text)
            .Where(each => each.Keyword == "ARG")
            .Select(each => $"ARG {each.Text}\nLABEL {each.Text.Split('=')[0]}=\"${{{each.Text.Split('=')[0]}}}\"\n");

        var labels = BuildahLabels(string.Concat(arguments));

        Assert.InRange(downloads.Count, 20, int.MaxValue);
        Assert.All(downloads, download => Assert.Equal(download.Url.ToString(), labels[$"{download.Name.ToString().ToUpperInvariant()}_URL"]));
        Assert.All(downloads, download => Assert.Equal(download.Sha256.ToString(), labels[$"{download.Name.ToString().ToUpperInvariant()}_SHA256"]));
    }

    /// <summary>The labels of the image that buildah makes of nothing but these instructions.</summary>
    private static Dictionary<string, string> BuildahLabels(string instructions)
    {
        var folder = Directory.CreateTempSubdirectory("veilor-labels-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Containerfile"), $"FROM scratch\n{instructions}");
            string[] storage = ["--root", Path.Combine(folder, "root"), "--runroot", Path.Combine(folder, "run"), "--storage-driver", "vfs"];
            ExternalProgram.Run("buildah", [.. storage, "build", "--tag", "labels", "--file", Path.Combine(folder, "Containerfile"), folder]);
            using var inspection = JsonDocument.Parse(ExternalProgram.Run("buildah", [.. storage, "inspect", "--type", "image", "labels"]));
            return inspection.RootElement.GetProperty("OCIv1").GetProperty("config").GetProperty("Labels").Deserialize<Dictionary<string, string>>()!;
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
        var words = Words(documents.SelectMany(each => each).Where(document => document.Language == DocumentLanguage.Containerfile).SelectMany(document => Commands(document.Text)));
        return [.. documents.Select(each => each.SelectMany(document => IsForPython(document) ? read.Dequeue() : ReadOne(document).Concat(document.Language == DocumentLanguage.Containerfile ? Commands(document.Text).SelectMany(text => words[text]) : [])).ToList())];
    }

    /// <summary>
    /// What RUN hands to the shell, but for two: the one that writes os-release with a redirection has a test of its own,
    /// and the one that empties folders has no text of the design and would name what lies in those of this machine.
    /// </summary>
    private static IEnumerable<string> Commands(string containerfile) =>
        ContainerfileReader.Read(containerfile).Where(each => each.Keyword == "RUN" && !each.Text.Contains("/usr/lib/os-release", StringComparison.Ordinal) && !each.Text.StartsWith("rm -rf /run/build", StringComparison.Ordinal)).Select(each => each.Text);

    /// <summary>The words of every command that bash would start, for each text; the texts run in one process.</summary>
    private static Dictionary<string, string[]> Words(IEnumerable<string> texts)
    {
        var all = texts.Distinct(StringComparer.Ordinal).ToList();
        Assert.All(all, text => Assert.DoesNotMatch("(^|&&|;|then)\\s*/|[^<]> ?/", text));
        var read = Encoding.UTF8.GetString(ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(string.Concat(all.Select(text => $"{text}\0"))), "bash", "-c", CommandReader)).Split("\n\0")[..^1];
        Assert.Equal(all.Count, read.Length);
        return all.Zip(read).ToDictionary(each => each.First, each => each.Second.Split('\0'), StringComparer.Ordinal);
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
