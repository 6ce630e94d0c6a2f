using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Help;

/// <summary>
/// Every help page: of sections, fields, diagnostics and catalogue entries, and guides. Pages of fields and entries are
/// made from the registry and the catalogue; the others are the Markdown files of <c>docs/</c> that the product ships.
/// They are read once, when help is first asked for.
/// </summary>
public sealed class HelpLibrary
{
    private const int MostResults = 40;

    private readonly Lazy<IReadOnlyList<HelpTopic>> _topics;
    private readonly Lazy<Dictionary<string, HelpTopic>> _byId;

    public HelpLibrary(ContentRoot root)
    {
        _topics = new Lazy<IReadOnlyList<HelpTopic>>(() => Load(root.Docs));
        _byId = new Lazy<Dictionary<string, HelpTopic>>(() => Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal));
    }

    public IReadOnlyList<HelpTopic> Topics => _topics.Value;

    /// <summary>The page with this id, or null.</summary>
    public HelpTopic? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>
    /// The page that a person means: an id, a code, a section, the path of a field, or the name of a catalogue entry.
    /// </summary>
    public HelpTopic? Guess(string words) =>
        Find(words)
        ?? Find(HelpIds.OfCode(words.ToUpperInvariant()))
        ?? Find(HelpIds.OfSection(words))
        ?? Find(HelpIds.OfField(words))
        ?? Find(HelpIds.OfGuide(words))
        ?? Topics.FirstOrDefault(topic => string.Equals(topic.Title, words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The pages that hold every word, those with the words in their name first.</summary>
    public IReadOnlyList<HelpTopic> Search(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            ? []
            : [.. Topics
                .Select(topic => (Topic: topic, Rank: RankOf(topic, words)))
                .Where(result => result.Rank > 0)
                .OrderByDescending(result => result.Rank)
                .ThenBy(result => result.Topic.Kind)
                .Take(MostResults)
                .Select(result => result.Topic)];
    }

    private static int RankOf(HelpTopic topic, string[] words)
    {
        var rank = 0;
        foreach (var word in words)
        {
            var own = topic.Title.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 6
                : topic.Title.Contains(word, StringComparison.OrdinalIgnoreCase) ? 4
                : topic.Id.Contains(word, StringComparison.OrdinalIgnoreCase) ? 3
                : topic.Markdown.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1
                : 0;
            if (own == 0)
            {
                return 0;
            }

            rank += own;
        }

        return rank;
    }

    private static List<HelpTopic> Load(string docs)
    {
        var help = Path.Combine(docs, "help");
        var topics = new List<HelpTopic>();
        foreach (var section in DesignFields.Sections)
        {
            var text = ReadOrEmpty(Path.Combine(help, section.Id + ".md"));
            topics.Add(FieldHelp.Of(section, text.Length > 0 ? text : $"# {section.Title}\n\n{section.Summary}"));
            topics.AddRange(section.Fields.Select(field => FieldHelp.Of(field, section, ReadOrEmpty(Path.Combine(help, "fields", field.Path + ".md")))));
        }

        topics.AddRange(DesignRules.All.Select(rule => rule.Descriptor).Select(descriptor =>
        {
            var text = ReadOrEmpty(Path.Combine(docs, "diagnostics", descriptor.Code + ".md"));
            var title = $"{descriptor.Code}: {descriptor.Title}";
            return new HelpTopic(HelpIds.OfCode(descriptor.Code), HelpKind.Diagnostic, title, text.Length > 0 ? text : $"# {title}\n");
        }));
        topics.AddRange(CatalogueHelp.All().DistinctBy(topic => topic.Id, StringComparer.Ordinal));
        topics.AddRange(Guides(Path.Combine(help, "guides")));
        topics.Add(StartPage(topics));
        return topics;
    }

    private static IEnumerable<HelpTopic> Guides(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(path =>
            {
                var text = File.ReadAllText(path);
                return new HelpTopic(HelpIds.OfGuide(Path.GetFileNameWithoutExtension(path)), HelpKind.Guide, TitleOf(text), text);
            })
            : [];

    private static HelpTopic StartPage(List<HelpTopic> topics) => new(
        HelpIds.Start,
        HelpKind.Guide,
        "Help",
        "# Help\n\nF1 opens the page of the field that has the keyboard. Search looks through every page.\n\n## Sections\n\n"
        + ListOf(topics, HelpKind.Section) + "\n## Guides\n\n" + ListOf(topics, HelpKind.Guide));

    private static string ListOf(List<HelpTopic> topics, HelpKind kind) =>
        string.Concat(topics.Where(topic => topic.Kind == kind).Select(topic => $"- [{topic.Title}](help:{topic.Id})\n"));

    private static string TitleOf(string markdown) => markdown.Split('\n', 2)[0].TrimStart('#', ' ').Trim();

    private static string ReadOrEmpty(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
