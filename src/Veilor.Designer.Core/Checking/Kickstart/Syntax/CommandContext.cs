namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>Where a command line stands.</summary>
/// <param name="Session">What is known of the file so far.</param>
/// <param name="Syntax">The command.</param>
/// <param name="Name">The spelling used.</param>
/// <param name="Line">From 1.</param>
/// <param name="RawLine">The line as written.</param>
internal sealed record CommandContext(KickstartSession Session, CommandSyntax Syntax, string Name, int Line, string RawLine)
{
    public KickstartVersion Version => Session.Version;

    /// <summary>The included file that the line stands in, and the line of the kickstart that names it; null when it stands in the kickstart.</summary>
    public (string Path, int Line)? Include { get; } = Session.Include;

    private Dictionary<string, ShellWord>? _byText;

    /// <summary>The words of the line; the first is the command.</summary>
    public required IReadOnlyList<ShellWord> Words { get; init; }

    /// <summary>The first word with this text, or that gives this option a value behind an equals sign; null when there is none.</summary>
    public ShellWord? Find(string text)
    {
        if (_byText is null)
        {
            _byText = new Dictionary<string, ShellWord>(Words.Count, StringComparer.Ordinal);
            foreach (var word in Words)
            {
                _byText.TryAdd(word.Text, word);
                if (word.Text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals)
                {
                    _byText.TryAdd(word.Text[..equals], word);
                }
            }
        }

        return _byText.GetValueOrDefault(text);
    }

    public bool HasNoWords => Words.Count <= 1;

    public bool IsNumber(string target) => Syntax.Options.Any(o => o.Target == target && o.Kind == OptionKind.Integer);
}
