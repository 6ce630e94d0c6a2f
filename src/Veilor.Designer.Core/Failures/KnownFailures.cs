using System.Reflection;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Failures;

/// <summary>Every known failure, in the order in which they are tried. They are data: <c>Failures/Data/failures.toml</c>, a part of the program.</summary>
public static class KnownFailures
{
    /// <summary>Far more than any pattern needs for a line: a match that is cut short because the machine is busy leaves a failure unexplained.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Lazy<EquatableArray<KnownFailure>> LazyAll = new(Read);

    public static EquatableArray<KnownFailure> All => LazyAll.Value;

    private static EquatableArray<KnownFailure> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Failures/failures.toml")
            ?? throw new InvalidOperationException("The list of known failures is missing from the program.");
        using var reader = new StreamReader(stream);
        var root = TomlTree.Parse(reader.ReadToEnd(), out var problem)
            ?? throw new FormatException($"The list of known failures cannot be read: {problem}");
        return root["failure"]!.Items.Select(ToFailure).ToEquatableArray();
    }

    /// <summary>
    /// A pattern that begins with a run of any characters would be tried at every place of a long line, each time to its end. It is matched
    /// without backtracking, which costs a megabyte of memory each and no more time than the line is long (.NET, <see cref="RegexOptions.NonBacktracking"/>).
    /// </summary>
    private static Regex ToRegex(string pattern, bool searches)
    {
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        return new Regex(pattern, searches ? Options | RegexOptions.NonBacktracking : Options, Patience);
    }

    private static KnownFailure ToFailure(TomlNode node)
    {
        return new KnownFailure(
            Required("id"),
            ToRegex(Required("pattern"), node["searches"]?.Boolean ?? false),
            Required("cause"),
            Required("advice"),
            Text("field"),
            Text("command"),
            Text("debian"),
            Text("fedora"),
            Text("near"),
            node["vague"]?.Boolean ?? false,
            Text("replaces"),
            Required("source"));

        string Text(string key) => node[key]?.Text ?? "";

        string Required(string key) =>
            node[key]?.Text ?? throw new FormatException($"The known failure in line {node.Line} has no {key}.");
    }
}
