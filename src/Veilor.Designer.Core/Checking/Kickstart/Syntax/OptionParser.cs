using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>
/// Reads options and arguments with the rules of Python's argparse, which every kickstart command is read by:
/// options may be shortened as long as they stay unique, values follow a blank or an equals sign, and arguments
/// may stand between options.
/// </summary>
internal sealed partial class OptionParser
{
    private readonly KickstartSession _session;
    private readonly IReadOnlyList<OptionSyntax> _options;
    private readonly IReadOnlyList<PositionalSyntax> _positionals;
    private readonly IReadOnlyList<string> _words;
    private readonly int? _line;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _arguments = new(StringComparer.Ordinal);
    private readonly List<string> _extra = [];
    private readonly Dictionary<int, (OptionSyntax? Option, string? Value)> _optionAt = [];
    private string _pattern = string.Empty;
    private int _nextPositional;

    private OptionParser(KickstartSession session, IReadOnlyList<OptionSyntax> options, IReadOnlyList<PositionalSyntax> positionals, IReadOnlyList<string> words, int? line)
    {
        _session = session;
        _options = [.. options.Where(o => (o.In & session.Dialect) != Dialects.None)];
        _positionals = positionals;
        _words = words;
        _line = line;
    }

    /// <exception cref="KickstartErrorException">The words do not fit.</exception>
    public static OptionResult Parse(
        KickstartSession session,
        IReadOnlyList<OptionSyntax> options,
        IReadOnlyList<PositionalSyntax> positionals,
        IReadOnlyList<string> words,
        int? line,
        bool refuseExtra,
        bool argumentsLast = false)
    {
        var parser = new OptionParser(session, options, positionals, words, line);
        parser.Classify();
        parser.Consume();
        parser.RequireAll(argumentsLast);
        if (refuseExtra && parser._extra.Count > 0)
        {
            throw parser.Error($"unrecognized arguments: {string.Join(' ', parser._extra)}");
        }

        return new OptionResult(parser._values, parser._arguments, parser._extra);
    }

    private void Classify()
    {
        var kinds = new char[_words.Count];
        var onlyArguments = false;
        for (var i = 0; i < _words.Count; i++)
        {
            if (onlyArguments)
            {
                kinds[i] = 'A';
            }
            else if (_words[i] == "--")
            {
                kinds[i] = '-';
                onlyArguments = true;
            }
            else
            {
                var found = FindOption(_words[i], out var option, out var value);
                kinds[i] = found ? 'O' : 'A';
                if (found)
                {
                    _optionAt[i] = (option, value);
                }
            }
        }

        _pattern = new string(kinds);
    }

    private bool FindOption(string word, out OptionSyntax? option, out string? value)
    {
        option = null;
        value = null;
        if (word.Length < 2 || word[0] != '-')
        {
            return false;
        }

        option = Exact(word);
        if (option is null)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            value = equals < 0 ? null : word[(equals + 1)..];
            option = equals < 0 ? null : Exact(name);
            if (option is null && word.StartsWith("--", StringComparison.Ordinal))
            {
                option = Shortened(word, name);
            }

            if (option is null)
            {
                value = null;
                return !NegativeNumber().IsMatch(word) && !word.Contains(' ', StringComparison.Ordinal);
            }
        }

        if ((option.DeprecatedIn & _session.Dialect) != Dialects.None)
        {
            _session.Warnings.Add(
                $"Ignoring deprecated option on line {_line}: The {option.Names[0]} option has been deprecated and no longer has any effect. "
                + "It may be removed from future releases, which will result in a fatal error from kickstart. "
                + "Please modify your kickstart file to remove this option.");
        }

        return true;
    }

    private OptionSyntax? Exact(string name) => _options.FirstOrDefault(o => o.Names.Contains(name, StringComparer.Ordinal));

    private OptionSyntax? Shortened(string word, string name)
    {
        var matches = _options
            .SelectMany(o => o.Names.Select(n => (Option: o, Name: n)))
            .Where(m => m.Name.StartsWith(name, StringComparison.Ordinal))
            .ToList();
        return matches.Count > 1
            ? throw Error($"ambiguous option: {word} could match {string.Join(", ", matches.Select(m => m.Name))}")
            : matches.FirstOrDefault().Option;
    }

    private void Consume()
    {
        var at = 0;
        var lastOption = _pattern.LastIndexOf('O');
        while (at <= lastOption)
        {
            var next = _pattern.IndexOf('O', at);
            if (at != next)
            {
                var end = ConsumePositionals(at);
                if (end > at)
                {
                    at = end;
                    continue;
                }
            }

            for (; at < next; at++)
            {
                _extra.Add(_words[at]);
            }

            at = ConsumeOption(at);
        }

        var rest = ConsumePositionals(at);
        _extra.AddRange(_words.Skip(rest));
    }

    private int ConsumeOption(int at)
    {
        var (option, value) = _optionAt[at];
        if (option is null)
        {
            _extra.Add(_words[at]);
            return at + 1;
        }

        if (value is not null)
        {
            if (option.Kind == OptionKind.Flag)
            {
                throw Error($"argument {option.ErrorName}: ignored explicit argument {PythonText.Repr(value)}");
            }

            Store(option, value);
            return at + 1;
        }

        if (option.Kind == OptionKind.Flag)
        {
            _values[option.Target] = option.Stored;
            return at + 1;
        }

        var hasArgument = at + 1 < _pattern.Length && _pattern[at + 1] == 'A';
        if (!hasArgument && option.Kind != OptionKind.OptionalText)
        {
            throw Error($"argument {option.ErrorName}: expected one argument");
        }

        Store(option, hasArgument ? _words[at + 1] : option.Stored);
        return hasArgument ? at + 2 : at + 1;
    }

    private void Store(OptionSyntax option, string value)
    {
        // The parser takes every "--" for the end of options, even as a value, and is left with nothing.
        if (value == "--")
        {
            _values[option.Target] = string.Empty;
            return;
        }

        if (option.Kind == OptionKind.Integer && !PythonText.IsInteger(value, out _, out _))
        {
            throw Error($"argument {option.ErrorName}: invalid int value: {PythonText.Repr(value)}");
        }

        if (option.Kind == OptionKind.YesNo && value.ToLowerInvariant() is not ("on" or "yes" or "true" or "1" or "off" or "no" or "false" or "0"))
        {
            throw Error($"argument {option.ErrorName}: invalid boolean value: {PythonText.Repr(value)}");
        }

        if (option.Choices.Count > 0 && !option.Choices.Contains(value, StringComparer.Ordinal))
        {
            throw Error($"argument {option.ErrorName}: invalid choice: {PythonText.Repr(value)} (choose from {string.Join(", ", option.Choices.Select(PythonText.Repr))})");
        }

        if (option.Refuse?.Invoke(value) is { } refusal)
        {
            throw Error(refusal);
        }

        _values[option.Target] = value;
    }

    private int ConsumePositionals(int at)
    {
        if (_nextPositional == _positionals.Count)
        {
            return at;
        }

        var rest = _pattern[at..];
        for (var count = _positionals.Count - _nextPositional; count > 0; count--)
        {
            var wanted = _positionals.Skip(_nextPositional).Take(count).ToList();
            var match = Regex.Match(rest, $"^{string.Concat(wanted.Select(PatternOf))}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            if (!match.Success)
            {
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                var words = _words.Skip(at).Take(match.Groups[i + 1].Length).ToList();
                words.Remove("--");
                _arguments[wanted[i].Name] = words;
                at += match.Groups[i + 1].Length;
            }

            _nextPositional += count;
            return at;
        }

        return at;
    }

    private static string PatternOf(PositionalSyntax positional) => positional.Count switch
    {
        PositionalCount.One => "(-*A-*)",
        PositionalCount.OneOrNone => "(-*A?-*)",
        _ => "(-*[A-]*)",
    };

    private void RequireAll(bool argumentsLast)
    {
        var arguments = _positionals.Skip(_nextPositional).Select(p => p.Name);
        var options = _options.Where(o => o.IsRequired && !_values.ContainsKey(o.Target)).Select(o => o.ErrorName);
        var missing = (argumentsLast ? options.Concat(arguments) : arguments.Concat(options)).ToList();
        if (missing.Count > 0)
        {
            throw Error($"the following arguments are required: {string.Join(", ", missing)}");
        }
    }

    private KickstartErrorException Error(string message) => new(message, _line);

    [GeneratedRegex(@"^-\d+$|^-\d*\.\d+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex NegativeNumber();
}
