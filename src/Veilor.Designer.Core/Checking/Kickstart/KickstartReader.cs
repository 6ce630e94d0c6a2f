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
    /// <summary>How deep files include files. The parser stops where Python's stack ends, some hundreds deep.</summary>
    private const int MostIncludes = 100;

    private readonly KickstartSession _session;
    private readonly IncludeReader? _include;
    private readonly List<KickstartProblem> _problems = [];
    private IReadOnlyList<string> _lines;
    private int _next;
    private int _depth;

    private KickstartReader(KickstartSession session, IReadOnlyList<string> lines, IncludeReader? include)
    {
        _session = session;
        _lines = lines;
        _include = include;
    }

    /// <param name="session">Takes what is read.</param>
    /// <param name="text">The kickstart.</param>
    /// <param name="include">Reads included files; null when there is none to look in, and every file counts as missing.</param>
    public static IReadOnlyList<KickstartProblem> Read(KickstartSession session, string text, IncludeReader? include = null)
    {
        var reader = new KickstartReader(session, PythonText.SplitLines(text), include);
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
                Include(words, ReadCommands);
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
        var start = _next;
        Try(() => ReadHeader(section, [.. words.Skip(1).Select(w => w.Text)]));
        var body = new List<string>();
        ReadBody(section, body);
        Finish(section, body);
        if (_session.Include is null)
        {
            _session.Sections.Add((section.Name, start, body.Count));
        }
    }

    /// <summary>Reads up to the section's end; in an included file the file's own end will do.</summary>
    private void ReadBody(SectionSyntax section, List<string> body)
    {
        while (_next < _lines.Count)
        {
            var line = _lines[_next++];
            if (section.Name == SectionTable.Packages && IsBlankOrComment(line))
            {
                continue;
            }

            if (IsEnd(section, line, body, out var isBody))
            {
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

        if (_depth == 0)
        {
            throw new KickstartErrorException($"Section {section.Name} does not end with %end.", _lines.Count);
        }
    }

    /// <summary>True at <c>%end</c>; the start of another section is an error.</summary>
    private bool IsEnd(SectionSyntax section, string line, List<string> body, out bool isBody)
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
                Include(words, () =>
                {
                    ReadBody(section, body);
                    ReadCommands();
                });
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

    /// <summary>Reads an included file in the place of its line, as the parser does; errors in it count its own lines.</summary>
    private void Include(IReadOnlyList<ShellWord> words, Action read)
    {
        if (words.Count < 2 || words[1].Text.Length == 0)
        {
            throw new KickstartErrorException(string.Empty, _next);
        }

        var path = words[1].Text;
        var outer = (_lines, _next, _session.Include);
        var file = _include?.Invoke(path, outer.Include?.Path) ?? IncludedFile.Missing(path);
        if (file.Text is null)
        {
            _session.UnreadIncludes.Add(outer.Include is var (_, at) ? (path, at, 1) : (path, _next, words[1].Column));
            if (_session.IsPart)
            {
                return;
            }

            throw new KickstartErrorException($"Unable to open input kickstart file: Error opening file: {file.Error}: {PythonText.Repr(file.Path)}", 0);
        }

        if (_depth == MostIncludes)
        {
            throw new KickstartErrorException("maximum recursion depth exceeded", null);
        }

        _session.Include = (file.Path, outer.Include?.Line ?? _next);
        (_lines, _next) = (PythonText.SplitLines(file.Text), 0);
        _depth++;
        read();
        _depth--;
        (_lines, _next, _session.Include) = outer;
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
