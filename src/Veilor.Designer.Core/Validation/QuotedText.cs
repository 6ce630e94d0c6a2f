using System.Text;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// An instruction's text with a letter for what quotes or arithmetic hold, which is no heredoc; the quotes of a heredoc's own word
/// stay. What does not close is remembered, so that each sign is looked at a few times at most, however the text is made.
/// </summary>
/// <param name="text">The arguments of an instruction, on one line.</param>
internal sealed class QuotedText(string text)
{
    private bool _isLastSingle;
    private bool _isLastDouble;
    private int _nextClose = -1;

    /// <summary>The text without what is quoted.</summary>
    public string Replaced()
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = EndOf(i);
            result.Append(end > i ? 'q' : text[i]);
            i = Math.Max(end, i + 1);
        }

        return result.ToString();
    }

    /// <summary>The place behind what is quoted here, or 0 where nothing is.</summary>
    private int EndOf(int at) => text[at] switch
    {
        '\'' when !_isLastSingle && !IsOfHeredoc(at) => Single(at),
        '"' when !_isLastDouble && !IsOfHeredoc(at) => Double(at),
        '$' when text.AsSpan(at + 1).StartsWith("((") => Arithmetic(at + 1),
        '(' when text.AsSpan(at + 1) is ['(', ..] => Arithmetic(at),
        _ => 0,
    };

    private int Single(int at)
    {
        var end = text.IndexOf('\'', at + 1);
        _isLastSingle = end < 0;
        return end + 1;
    }

    private int Double(int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is not '"')
        {
            end += text[end] is '\\' ? 2 : 1;
        }

        _isLastDouble = end >= text.Length;
        return _isLastDouble ? 0 : end + 1;
    }

    /// <summary>Up to the first closing bracket, which must be two.</summary>
    private int Arithmetic(int at)
    {
        if (_nextClose < at + 2)
        {
            var close = text.IndexOf(')', at + 2);
            _nextClose = close < 0 ? text.Length : close;
        }

        return _nextClose < text.Length && text.AsSpan(_nextClose + 1) is [')', ..] ? _nextClose + 2 : 0;
    }

    /// <summary>True for the quote of a heredoc's word: it stands behind &lt;&lt; or &lt;&lt;- and blanks.</summary>
    private bool IsOfHeredoc(int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before.EndsWith("<<") || before.EndsWith("<<-");
    }
}
