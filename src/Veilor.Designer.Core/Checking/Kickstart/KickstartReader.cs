using Veilor.Designer.Core.Checking.Kickstart.Commands;
using Veilor.Designer.Core.Checking.Kickstart.Sections;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>
/// Walks through a kickstart line by line: commands outside of sections, bodies inside. An error in a command or
/// a section's header is noted and the walk goes on; a broken structure ends it.
/// </summary>
internal sealed class KickstartReader
{
    private readonly KickstartSession _session;
    private readonly IReadOnlyList<string> _lines;
    private readonly List<KickstartProblem> _problems = [];
    private int _next;

    private KickstartReader(KickstartSession session, IReadOnlyList<string> lines)
    {
        _session = session;
        _lines = lines;
    }

    public static IReadOnlyList<KickstartProblem> Read(KickstartSession session, string text)
    {
        var reader = new KickstartReader(session, PythonText.SplitLines(text));
        try
        {
            reader.ReadCommands();
        }
        catch (KickstartErrorException problem)
        {
            reader.Note(problem);
        }

        return reader._problems;
    }

    private void Note(KickstartErrorException problem) => _problems.Add(new KickstartProblem(problem.Message, problem.Line));

    private void ReadCommands()
    {
        while (_next < _lines.Count)
        {
            var line = _lines[_next++];
            if (IsBlankOrComment(line))
            {
                continue;
            }

            var words = ShellWords.Split(line, comments: true);
            var first = words.Count > 0 ? words[0].Text : string.Empty;
            if (first == "%include")
            {
                RefuseInclude(words);
            }
            else if (first.Length == 0)
            {
                throw new KickstartErrorException(words.Count == 0 ? "list index out of range" : "string index out of range", null);
            }
            else if (first == "%ksappend")
            {
                continue;
            }
            else if (first[0] == '%')
            {
                ReadSection(first, words);
            }
            else
            {
                Try(() => CommandReader.Read(_session, words, line, _next));
            }
        }
    }

    private void ReadSection(string name, IReadOnlyList<ShellWord> words)
    {
        var section = SectionTable.Find(name) ?? throw new KickstartErrorException($"Unknown kickstart section: {name}", _next);
        Try(() => ReadHeader(section, [.. words.Skip(1).Select(w => w.Text)]));
        var body = new List<string>();
        while (_next < _lines.Count)
        {
            var line = _lines[_next++];
            if (section.Name == SectionTable.Packages && IsBlankOrComment(line))
            {
                continue;
            }

            if (IsEnd(section, line, out var isBody))
            {
                Finish(section, body);
                return;
            }

            if (!isBody)
            {
                continue;
            }

            body.Add(line);
            if (section.Name == SectionTable.Packages)
            {
                PackageLines.Check(_session, line);
            }
        }

        throw new KickstartErrorException($"Section {section.Name} does not end with %end.", _lines.Count);
    }

    /// <summary>True at <c>%end</c>; an include or the start of another section is an error.</summary>
    private bool IsEnd(SectionSyntax section, string line, out bool isBody)
    {
        isBody = true;
        var start = line.TrimStart();
        if (!start.StartsWith('%'))
        {
            return false;
        }

        var tag = start.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)[0];
        if (tag is not ("%end" or "%include") && SectionTable.Find(tag) is null)
        {
            return false;
        }

        var words = ShellWords.Split(line, comments: false);
        isBody = false;
        switch (words[0].Text)
        {
            case "%end":
                return true;
            case "%include":
                RefuseInclude(words);
                return false;
            case var name when SectionTable.Find(name) is null:
                // Python's blanks are not the shell's: the tag was cut off at one that belongs to the word.
                return false;
            default:
                throw new KickstartErrorException($"Section {section.Name} does not end with %end.", _next);
        }
    }

    private void ReadHeader(SectionSyntax section, IReadOnlyList<string> words)
    {
        if (!section.ReadsHeader)
        {
            return;
        }

        var result = OptionParser.Parse(_session, section.Options, [], words, _next, refuseExtra: true);
        var problem = section.Name switch
        {
            SectionTable.Packages when result.Values.ContainsKey("--default") && result.Values.ContainsKey("--nocore") =>
                "--default and --nocore cannot be used together",
            SectionTable.Certificate when IsEmpty("--dir") && IsEmpty("--type") =>
                "One of --dir or --type must be specified for %certificate",
            _ => null,
        };
        if (problem is not null)
        {
            throw new KickstartErrorException(problem, _next);
        }

        if (section.Name == SectionTable.Traceback)
        {
            _session.Warnings.Add(
                "The %traceback section has been deprecated. It may be removed in the future, which will result in a fatal error from kickstart. "
                + "Please modify your kickstart file to use the %onerror section instead.");
        }

        bool IsEmpty(string option) => string.IsNullOrEmpty(result.Values.GetValueOrDefault(option));
    }

    private static void Finish(SectionSyntax section, List<string> body)
    {
        if (section.Name == SectionTable.Certificate && body.TrueForAll(string.IsNullOrWhiteSpace))
        {
            throw new KickstartErrorException("The %certificate section is empty", null);
        }
    }

    /// <summary>A checker has the text and nothing else, so an included file is never there.</summary>
    private void RefuseInclude(IReadOnlyList<ShellWord> words)
    {
        if (words.Count < 2 || words[1].Text.Length == 0)
        {
            throw new KickstartErrorException(string.Empty, _next);
        }

        throw new KickstartErrorException(
            $"Unable to open input kickstart file: Error opening file: [Errno 2] No such file or directory: {PythonText.Repr(words[1].Text)}",
            0);
    }

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (KickstartErrorException problem)
        {
            Note(problem);
        }
    }

    private static bool IsBlankOrComment(string line)
    {
        var text = line.TrimStart();
        return text.Length == 0 || text[0] == '#';
    }
}
