using System.Globalization;

namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>A command line whose options have been read.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _values;

    public CommandLine(CommandContext context, Dictionary<string, string> values, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, IReadOnlyList<string> extra)
    {
        Context = context;
        _values = values;
        Arguments = arguments;
        Extra = extra;
    }

    public CommandContext Context { get; }

    /// <summary>The words of each positional argument, by its name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments { get; }

    /// <summary>Words that nothing took.</summary>
    public IReadOnlyList<string> Extra { get; }

    public bool IsRhel10 => Context.Version == KickstartVersion.Rhel10;

    /// <summary>True when the option was given, with whatever value.</summary>
    public bool Has(string option) => _values.ContainsKey(option);

    /// <summary>The option's text; empty when it was not given.</summary>
    public string Text(string option) => _values.GetValueOrDefault(option, string.Empty);

    /// <summary>True when the option has a value that counts: a text that is not empty, a number that is not zero.</summary>
    public bool Counts(string option) => Text(option) is { Length: > 0 } text && !(PythonText.IsInteger(text, out var isZero, out _) && isZero && Context.IsNumber(option));

    /// <summary>The option's number; null when it was not given.</summary>
    public double? Number(string option) =>
        double.TryParse(Text(option).Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The texts of a list option.</summary>
    public IReadOnlyList<string> List(string option) =>
        Text(option).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public string First(string argument) => Arguments.TryGetValue(argument, out var words) && words.Count > 0 ? words[0] : string.Empty;

    /// <exception cref="KickstartErrorException">Always, when the condition holds.</exception>
    public void Refuse(bool condition, string message)
    {
        if (condition)
        {
            throw new KickstartErrorException(message, Context.Line);
        }
    }

    /// <summary>Warns when the same thing was described before.</summary>
    public void WarnAgain(string key, string message)
    {
        if (!Context.Session.Defined.Add($"{Context.Syntax.Names[0]}\n{key}"))
        {
            Context.Session.Warnings.Add(message);
        }
    }
}
